# frozen_string_literal: true

# How the members of the unions in `test/cases/unions` are distinguished.

require_relative "examples"
require File.expand_path("lib/acme/models")

include Acme::Shared

HOUSEHOLD = { "pet" => { "type" => "cat", "name" => "Tom" }, "value" => nil }.freeze

def read(more = {}) = Household.from_h(HOUSEHOLD.merge(more))

def classes(values, key) = values.map { |value| read(key => value).public_send(key).class }

example("members by a discriminator, with several values for one member") do
  pets = %w[cat dog puppy parrot].map { |type| read("pet" => { "type" => type, "name" => "a" }).pet }
  [[Cat, Dog, Dog, Pet::Unknown], pets.map(&:class)]
end
example("an unknown member keeps its value") { [{ "type" => "parrot" }, read("pet" => { "type" => "parrot" }).pet.value] }
example("a discriminator is required") { [["$.pet.type"], error { read("pet" => { "name" => "a" }) }.issues.map(&:path)] }
example("the member in the discriminator must be complete") { [["$.pet.name"], error { read("pet" => { "type" => "cat" }) }.issues.map(&:path)] }
example("a value that is not an object is an issue") { [["$.pet"], error { read("pet" => "cat") }.issues.map(&:path)] }

example("members by constants") do
  [[Card, Transfer, Payment::Unknown],
   classes([{ "kind" => "card", "number" => "1" }, { "kind" => "transfer", "iban" => "2" }, { "kind" => "cash" }], "payment")]
end
example("a member chosen by a constant must be complete") { [["$.payment.iban"], error { read("payment" => { "kind" => "transfer" }) }.issues.map(&:path)] }

example("members by shape") do
  [[Address, Point, Place::Unknown], classes([{ "street" => "s" }, { "x" => 1, "y" => 2 }, { "x" => 1 }], "place")]
end
example("members by JSON type") do
  [[String, Float, TrueClass, Array, Hash, Value::Unknown], classes(["a", 1.5, true, ["a"], { "a" => 1 }, [1]], "value")]
end

example("a nested union does not claim unknown values") do
  pets = [{ "type" => "cat", "name" => "Tom" }]
  [[Array, Cat, Nested::Unknown], [read("nested" => pets).nested.class, read("nested" => pets).nested[0].class, read("nested" => [[1]]).nested.class]]
end
example("all members are written back") do
  json = HOUSEHOLD.merge("nested" => [{ "type" => "eel", "name" => nil }], "place" => { "x" => 1 }, "payment" => { "kind" => "cash" },
                         "other_pets" => [{ "type" => "puppy", "name" => "Rex", "new" => [1] }], "inline" => { "code" => 1.0 })
  [json, read(json).to_h]
end
example("a nullable union accepts null") { [[nil, true], [read("payment" => nil).payment, read("payment" => nil).key?(:payment)]] }
example("a union that is not nullable rejects null") { [["$.place"], error { read("place" => nil) }.issues.map(&:path)] }

example("nested documents are read in linear time") do
  levels = RUBY_PLATFORM.include?("wasm") ? 5 : 40 # its stack is small
  deep = (1..levels).inject({ "type" => "cat", "name" => "Tom" }) { |inner, _| [inner] }
  [deep, read("nested" => deep).to_h["nested"]]
end
example("an argument that matches no member is rejected") { [[["$.pet", "type"]], error { read.with(pet: 5) }.issues.map { |issue| [issue.path, issue.keyword] }] }

example("excessive nesting and cycles are rejected") do
  circle = []
  circle << circle
  deep = ->(levels) { (1..levels).inject(1) { |value, _| [value] } }
  [[99, ["$"], ["$"]],
   [JSON.generate(read("more" => deep[99]).to_h).count("["),
    *[deep[100], circle].map { |value| error { read("more" => value) }.issues.map(&:path) }]]
end
