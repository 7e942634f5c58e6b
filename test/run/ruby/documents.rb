# frozen_string_literal: true

# Reads documents with the generated models: a file has JSON lines `{ model, document }`, with the document's bytes in base64. For
# any document, a model either reads it, validates it and writes text that reads as an equal model, or raises a ReadError with
# issues and their paths. Prints a line for everything else.
#
# ruby documents.rb ENTRY FILE: the file that loads all models, and the requests

require "json"

require File.expand_path(ARGV.fetch(0))

def problem(model, document)
  value = model.from_json(document)
  value.validate if value.respond_to?(:validate)
  json = written(model, value)
  "is not what it is written as: #{json}" unless model.from_json(json) == value
rescue StandardError, SystemStackError, NoMemoryError => e
  return "raises #{e.class}: #{e.message}" unless e.respond_to?(:issues)

  "has an issue without a path" unless e.issues.any? && e.issues.all? { |issue| issue.path.start_with?("$") }
end

# A number of a union does not know how the union writes it.
def written(model, value) = value.is_a?(Numeric) ? JSON.generate(model.write(value)) : value.to_json

count = 0
File.foreach(ARGV.fetch(1)) do |line|
  request = JSON.parse(line)
  document = request["document"].unpack1("m").force_encoding(Encoding::UTF_8)
  found = problem(Object.const_get(request["model"]), document)
  puts "#{request["model"]} #{document.inspect[0, 300]} #{found[0, 300]}" if found
  count += 1
end
puts "#{count} documents"
