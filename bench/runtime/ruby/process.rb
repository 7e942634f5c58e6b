# frozen_string_literal: true

# Measures an operation on a document: ruby process.rb ENTRY SUBJECT OPERATION MODEL FILE HOSTILE

require "json"
require "objspace"

entry, subject, operation, model, file, hostile = ARGV
require entry
TEXT = File.read(file, encoding: Encoding::UTF_8)
MODEL = Bench::Shared.const_get(model)
SECONDS = hostile == "true" ? 0.1 : 0.2

def operation(subject, name)
  return subject == "json" ? -> { JSON.parse(TEXT) } : -> { MODEL.from_json(TEXT) } if %w[read from_json].include?(name)

  json = JSON.parse(TEXT)
  return -> { MODEL.from_h(json) } if name == "from_h"

  value = subject == "json" ? json : MODEL.from_json(TEXT)
  subject == "json" ? -> { JSON.generate(value) } : -> { value.to_json }
end

def cpu_ns = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID, :nanosecond)

# The CPU time of each call, by as many as fit. To look at the clock takes as long as a tiny document does, so that more and
# more calls are made before each look.
def mean_ns(seconds, call)
  calls = 0
  batch = 1
  start = cpu_ns
  until (elapsed = cpu_ns - start) > seconds * 1e9
    batch.times { call.call }
    calls += batch
    batch = [1, calls / 16].max
  end
  elapsed.fdiv(calls)
end

# The bytes of all objects that a call makes, whether or not they are still used.
def allocated_bytes(call)
  GC.start
  GC.disable
  before = ObjectSpace.memsize_of_all
  call.call
  ObjectSpace.memsize_of_all - before
ensure
  GC.enable
end

# The bytes of what a call returns, and of all that only that uses.
def retained_bytes(call)
  GC.start
  before = ObjectSpace.memsize_of_all
  kept = call.call
  GC.start
  ObjectSpace.memsize_of_all - before if kept
end

CALL = operation(subject, operation)
start = cpu_ns
CALL.call
cold = cpu_ns - start
mean_ns(SECONDS / 2, CALL) # warms up
figures = { cpuNs: mean_ns(SECONDS, CALL), coldNs: cold }
unless hostile == "true"
  figures[:allocatedBytes] = allocated_bytes(CALL)
  figures[:retainedBytes] = retained_bytes(CALL)
end
puts JSON.generate(figures)
