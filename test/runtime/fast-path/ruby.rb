# frozen_string_literal: true

# Reads each document fast and carefully, as text and as data, and compares what comes of it: issues, values and JSON. A
# file has JSON lines `{ model, json }`. Prints a line for each difference, then `{ read, fast }`: how many documents were read,
# and how many of these the fast path read.
#
# ruby ruby.rb ENTRY NAMESPACE SUPPORT FILE: the file that loads all models, their module, that of their support code, and
# the documents

require "json"

require File.expand_path(ARGV.fetch(0))

NAMESPACE = Object.const_get(ARGV.fetch(1))
SUPPORT = Object.const_get(ARGV.fetch(2))

# Reads and writes as if there were no fast path.
module Careful
  class << self
    attr_accessor :on, :taken
  end

  # Instead of the code of a model.
  module Writing
    def to_h
      return super unless Careful.on

      fields = self.class.fields
      json = fields.to_a.each_with_object({}) do |field, written|
        next unless key?(field.name)

        value = deconstruct_keys([field.name])[field.name]
        written[field.key] = @_source.fetch(field.key) { field.type.write(value) }
      end
      others = fields.instance_variable_get(:@additional)
      additional_properties.each do |key, value|
        name = fields.name_of(key)
        is_field = name != :additional_properties && key?(name)
        json[key] = @_source.fetch(key) { others.write(value) } unless is_field
      end
      json
    end
  end

  # Instead of the fast reader.
  module Reading
    def read(...)
      return if Careful.on

      value = super
      Careful.taken += 1 if value
      value
    end
  end
end

SUPPORT::Model.prepend(Careful::Writing)
SUPPORT::FastReader.singleton_class.prepend(Careful::Reading)

def outcome(careful)
  Careful.on = careful
  value = yield
  source = value.instance_variable_get(:@_source)
  { value: value, class: value.class, json: value.to_json, source: source, frozen: Ractor.shareable?(value) }
rescue SUPPORT::ReadError => e
  { message: e.message, issues: e.issues.map(&:to_a) }
ensure
  Careful.on = false
end

# The JSON is written carefully, too.
def rewritten(outcome) = outcome(true) { outcome[:value] }

def difference(&reading)
  fast = outcome(false, &reading)
  careful = outcome(true, &reading)
  return "fast: #{fast}, carefully: #{careful}" unless fast == careful
  return if fast.key?(:issues)
  return "different hashes" unless fast[:value].hash == careful[:value].hash

  written = rewritten(fast)[:json]
  "#{fast[:json]} is written carefully as #{written}" unless written == fast[:json]
end

# What JSON.parse makes of a document, without its warnings of numbers that no Float holds.
def data_of(json)
  verbose = $VERBOSE
  $VERBOSE = nil
  JSON.parse(json)
rescue JSON::ParserError
  nil
ensure
  $VERBOSE = verbose
end

read = 0
Careful.taken = 0
File.foreach(ARGV.fetch(3), encoding: Encoding::UTF_8) do |line|
  request = JSON.parse(line)
  model = NAMESPACE.const_get(request["model"])
  found = difference do
    value = model.from_json(request["json"])
    read += 1 unless Careful.on
    value
  end
  taken = Careful.taken
  data = data_of(request["json"])
  found ||= difference { model.from_h(data) } if data
  Careful.taken = taken
  puts "#{request["model"]} #{request["json"][0, 300]} #{found[0, 2000]}" if found
end
puts JSON.generate({ read: read, fast: Careful.taken })
