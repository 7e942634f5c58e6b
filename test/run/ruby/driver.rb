# frozen_string_literal: true

# Reads documents with the generated models and writes them back: JSON lines `{ id, model, json }` come in, JSON lines
# `{ id, ok, class, json, violations }` or `{ id, ok, errors }` go out.
#
# ruby driver.rb ENTRIES NAMESPACE: a glob for the files that load all models, and their module

require "json"

Dir.glob(ARGV.fetch(0)).sort.each { |entry| require File.expand_path(entry) }

def answer(model, json, lenient)
  value = model.from_json(json, lenient: lenient)
  violations = value.respond_to?(:validate) ? value.validate : []
  found = violations.map { |issue| { path: issue.path, keyword: issue.keyword } }
  { ok: true, class: value.class.name, json: value.to_json, violations: found }
rescue StandardError => e
  raise unless e.respond_to?(:issues)

  { ok: false, errors: e.issues.map { |issue| { path: issue.path } } }
end

namespace = Object.const_get(ARGV.fetch(1))
$stdin.set_encoding(Encoding::UTF_8)
$stdin.each_line do |line|
  request = JSON.parse(line)
  puts JSON.generate({ id: request["id"], **answer(namespace.const_get(request["model"]), request["json"], request.fetch("lenient", false)) })
end
