# frozen_string_literal: true

# The behavior of defaults and constraints in the models of `test/cases/defaults`.

require_relative "examples"
require File.expand_path("lib/acme/models")

include Acme::Shared

example("a default can be null") { [[true, true], [Settings.new.key?(:nothing), Settings.new.to_json.include?('"nothing":null')]] }
example("a given value replaces a null default") { ["a", Settings.new(nothing: "a").nothing] }
example("an omitted field gets no default") { [false, Settings.new(nothing: Settings::OMITTED).key?(:nothing)] }
example("defaults are deeply frozen") do
  [[true], [Settings.new.tags, *Settings.new.tags, Settings.new.labels, *Settings.new.labels.flatten, Settings.new.name].map(&:frozen?).uniq]
end
example("models do not share mutable defaults") do
  error { Settings.new.labels["a"] << "c" }
  error { Settings.new.tags << "c" }
  [[{ "a" => "b" }, %w[a b]], [Settings.new.labels, Settings.new.tags]]
end
example("validate lists the violations of an array and of its items") do
  issues = Limited.from_json('{"code":"AB","tags":["","","a","b"]}').validate
  [[["$.tags", "maxItems"], ["$.tags", "uniqueItems"], ["$.tags[0]", "minLength"], ["$.tags[1]", "minLength"]],
   issues.map { |issue| [issue.path, issue.keyword] }]
end
example("items of the wrong type are rejected when building") do
  issues = error { Limited.new(code: "AB", tags: [5, 5, nil, ""]) }.issues
  [[["$.tags[0]", "type"], ["$.tags[1]", "type"], ["$.tags[2]", "type"]], issues.map { |issue| [issue.path, issue.keyword] }]
end
