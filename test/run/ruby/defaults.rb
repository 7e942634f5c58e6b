# frozen_string_literal: true

# What defaults and constraints do in the models of `test/cases/defaults`.

require_relative "examples"
require File.expand_path("lib/acme/models")

include Acme::Shared

example("null is a default like any other") { [[true, true], [Settings.new.key?(:nothing), Settings.new.to_json.include?('"nothing":null')]] }
example("but not where another value is given") { ["a", Settings.new(nothing: "a").nothing] }
example("nor where the field is omitted") { [false, Settings.new(nothing: Settings::OMITTED).key?(:nothing)] }
example("defaults are frozen to the last") do
  [[true], [Settings.new.tags, *Settings.new.tags, Settings.new.labels, *Settings.new.labels.flatten, Settings.new.name].map(&:frozen?).uniq]
end
example("so a model is not changed by another") do
  error { Settings.new.labels["a"] << "c" }
  error { Settings.new.tags << "c" }
  [[{ "a" => "b" }, %w[a b]], [Settings.new.labels, Settings.new.tags]]
end
example("validate lists what is wrong with an array beside what is wrong with its items") do
  issues = Limited.from_json('{"code":"AB","tags":["","","a","b"]}').validate
  [[["$.tags", "maxItems"], ["$.tags", "uniqueItems"], ["$.tags[0]", "minLength"], ["$.tags[1]", "minLength"]],
   issues.map { |issue| [issue.path, issue.keyword] }]
end
example("items of the wrong kind are refused before") do
  issues = error { Limited.new(code: "AB", tags: [5, 5, nil, ""]) }.issues
  [[["$.tags[0]", "type"], ["$.tags[1]", "type"], ["$.tags[2]", "type"]], issues.map { |issue| [issue.path, issue.keyword] }]
end
