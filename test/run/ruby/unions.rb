# frozen_string_literal: true

# How the members of the unions in `test/cases/unions` are told apart.

require_relative "examples"
require File.expand_path("lib/acme/models")

include Acme::Shared

HOUSEHOLD = { "pet" => { "type" => "cat", "name" => "Tom" }, "value" => nil }.freeze

def read(more = {}) = Household.from_h(HOUSEHOLD.merge(more))

def classes(values, key) = values.map { |value| read(key => value).public_send(key).class }

example("by a discriminator, which may have several values for one") do
  pets = %w[cat dog puppy parrot].map { |type| read("pet" => { "type" => type, "name" => "a" }).pet }
  [[Cat, Dog, Dog, Pet::Unknown], pets.map(&:class)]
end
example("what is unknown is what it was") { [{ "type" => "parrot" }, read("pet" => { "type" => "parrot" }).pet.value] }
example("a discriminator must be there") { [["$.pet.type"], error { read("pet" => { "name" => "a" }) }.issues.map(&:path)] }
example("a member that is named must be whole") { [["$.pet.name"], error { read("pet" => { "type" => "cat" }) }.issues.map(&:path)] }
example("no other kind of value has a discriminator") { [["$.pet"], error { read("pet" => "cat") }.issues.map(&:path)] }

example("by constants") do
  [[Card, Transfer, Payment::Unknown],
   classes([{ "kind" => "card", "number" => "1" }, { "kind" => "transfer", "iban" => "2" }, { "kind" => "cash" }], "payment")]
end
example("whose member must be whole, too") { [["$.payment.iban"], error { read("payment" => { "kind" => "transfer" }) }.issues.map(&:path)] }

example("by what fits") do
  [[Address, Point, Place::Unknown], classes([{ "street" => "s" }, { "x" => 1, "y" => 2 }, { "x" => 1 }], "place")]
end
example("by kind of value") do
  [[String, Float, TrueClass, Array, Hash, Value::Unknown], classes(["a", 1.5, true, ["a"], { "a" => 1 }, [1]], "value")]
end

example("a union within a union claims nothing that it does not know") do
  pets = [{ "type" => "cat", "name" => "Tom" }]
  [[Array, Cat, Nested::Unknown], [read("nested" => pets).nested.class, read("nested" => pets).nested[0].class, read("nested" => [[1]]).nested.class]]
end
example("all of it is written back") do
  json = HOUSEHOLD.merge("nested" => [{ "type" => "eel", "name" => nil }], "place" => { "x" => 1 }, "payment" => { "kind" => "cash" },
                         "other_pets" => [{ "type" => "puppy", "name" => "Rex", "new" => [1] }], "inline" => { "code" => 1.0 })
  [json, read(json).to_h]
end
example("null is a value of those that are nullable") { [[nil, true], [read("payment" => nil).payment, read("payment" => nil).key?(:payment)]] }
example("and of no others") { [["$.place"], error { read("place" => nil) }.issues.map(&:path)] }

example("documents of any depth are read in time") do
  levels = RUBY_PLATFORM.include?("wasm") ? 5 : 40 # its stack is small
  deep = (1..levels).inject({ "type" => "cat", "name" => "Tom" }) { |inner, _| [inner] }
  [deep, read("nested" => deep).to_h["nested"]]
end
example("a value of none of the members is refused at once") { [[["$.pet", "type"]], error { read.with(pet: 5) }.issues.map { |issue| [issue.path, issue.keyword] }] }

example("what is nested too deep is refused, and what goes in circles") do
  circle = []
  circle << circle
  deep = ->(levels) { (1..levels).inject(1) { |value, _| [value] } }
  [[99, ["$"], ["$"]],
   [JSON.generate(read("more" => deep[99]).to_h).count("["),
    *[deep[100], circle].map { |value| error { read("more" => value) }.issues.map(&:path) }]]
end
