# frozen_string_literal: true

# Measures how long it takes to load the generated classes: ruby load.rb ENTRY

require "bigdecimal"
require "date"
require "json"

def cpu_ns = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID, :nanosecond)

start = cpu_ns
require ARGV.fetch(0)
loaded = cpu_ns
Bench::Shared.constants.each { |name| Bench::Shared.const_get(name) }
puts JSON.generate({ entryNs: loaded - start, classesNs: cpu_ns - loaded })
