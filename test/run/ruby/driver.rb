# frozen_string_literal: true

# Reads documents with the generated models and writes them back: JSON lines `{ id, model, json }` come in, JSON lines
# `{ id, ok, class, json, violations }` or `{ id, ok, errors }` go out. With another document, `other`, the answer has
# `equal` too. A request with `build` in place of `json` builds the model of those values; `equal` then says whether it
# equals what is read of its JSON.
#
# ruby driver.rb ENTRIES NAMESPACE: a glob for the files that load all models, and their module

require "date"
require "json"

Dir.glob(ARGV.fetch(0)).sort.each { |entry| require File.expand_path(entry) }

def answer(model, request)
  value = request.key?("build") ? model.new(**request["build"].to_h { |name, given| [name.to_sym, built(given)] }) : model.from_json(request["json"], lenient: request.fetch("lenient", false))
  violations = value.respond_to?(:validate) ? value.validate : []
  found = violations.map { |issue| { path: issue.path, keyword: issue.keyword } }
  json = value.to_json
  other = request.key?("build") ? read_back(model, json) : request["other"] && model.from_json(request["other"])
  { ok: true, class: value.class.name, json: json, violations: found, equal: other && same?(value, other) }
rescue StandardError, SystemStackError => e
  { ok: false, errors: paths_of(e, request).map { |path| { path: path } } }
end

# Another error than the documented ones is a fault, which no vector expects.
def paths_of(error, request)
  return error.issues.map(&:path) if error.respond_to?(:issues)
  return error.message.split("; ").map { |message| "$.#{message[/\S+/]}" } if error.is_a?(ArgumentError) && request.key?("build")

  [error.full_message(highlight: false)]
end

def read_back(model, json)
  model.from_json(json)
rescue StandardError => e
  raise "#{json} was written: #{e.message}"
end

# Equal values have equal hashes.
def same?(one, other)
  equal = one == other
  raise "#{one} and #{other}: == and eql? or hash differ" if [other == one, one.eql?(other)] != [equal, equal] || (equal && one.hash != other.hash)

  equal
end

# The value that a request describes; see `test/conformance/built.ts`.
def built(value)
  return value.map { |each| built(each) } if value.is_a?(Array)
  return value unless value.is_a?(Hash)

  kind, given = value.first
  case kind
  when "double" then { "NaN" => Float::NAN, "Infinity" => Float::INFINITY, "-Infinity" => -Float::INFINITY }.fetch(given) { Float(given) }
  when "decimal" then given
  when "long" then Integer(given, 10)
  when "date-time" then date_time(*given)
  when "member" then built(given[1])
  else value.transform_values { |each| built(each) }
  end
end

def date_time(year, month, day, hour, minute, second, millisecond, offset)
  DateTime.new(year, month, day, hour, minute, second + Rational(millisecond, 1000), Rational(offset, 24), Date::GREGORIAN)
end

namespace = Object.const_get(ARGV.fetch(1))
$stdin.set_encoding(Encoding::UTF_8)
$stdin.each_line do |line|
  request = JSON.parse(line)
  puts JSON.generate({ id: request["id"], **answer(namespace.const_get(request["model"]), request) })
end
