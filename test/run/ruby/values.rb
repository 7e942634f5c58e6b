# frozen_string_literal: true

# Models accept only values that JSON can represent, and copy them. The models are those of `test/cases/pets`.

require "bigdecimal"
require_relative "examples"
require File.expand_path("lib/acme/models")

include Acme::Shared

def cat(**fields) = Cat.new(id: 1, name: "Tom", owner: nil, **fields)

# The message of the ArgumentError that is raised.
def refusal(...) = error { cat(...) }.then { |raised| raised.is_a?(ArgumentError) ? raised.message : raised.inspect }

CIRCLE = [].then { |circle| circle << circle }

FINITE = "must be a finite number, not "
YEAR = "must be in a year from 0 to 9999"
OFFSET = "must have an offset of whole minutes, of at most 18 hours"
UTF8 = "must be valid UTF-8"
{
  { weight: Float::NAN } => "weight #{FINITE}NaN",
  { weight: -Float::INFINITY } => "weight #{FINITE}-Infinity",
  { lives: Float::INFINITY } => "lives #{FINITE}Infinity",
  { price: BigDecimal("NaN") } => "price #{FINITE}NaN",
  { notes: { a: [1, Float::NAN] } } => "notes.a[1] #{FINITE}NaN",
  { toys: { "my ball" => ["red", Float::NAN] } } => "toys[\"my ball\"][1] #{FINITE}NaN",
  { additional_properties: { "b" => Float::NAN } } => "additional_properties.b #{FINITE}NaN",
  { born_on: Date.new(10_000, 1, 1) } => "born_on #{YEAR}",
  { born_on: Date.new(-1, 12, 31) } => "born_on #{YEAR}",
  { born_at: DateTime.new(10_000, 1, 1) } => "born_at #{YEAR}",
  { born_at: Time.utc(10_000) } => "born_at #{YEAR}",
  { born_at: Time.at(0, in: "+01:00:30") } => "born_at #{OFFSET}",
  { born_at: Time.at(0, in: "-18:01") } => "born_at #{OFFSET}",
  { nick: "\xFF" } => "nick #{UTF8}",
  { nick_names: [nil, "\xC3\x28"] } => "nick_names[1] #{UTF8}",
  { notes: { "\xFF" => 1 } } => "notes must not have a key that is not valid UTF-8",
  { notes: CIRCLE } => "notes must not have more than 100 arrays and objects inside each other",
  { weight: Float::NAN, nick: "\xFF" } => "nick #{UTF8}; weight #{FINITE}NaN"
}.each do |given, message|
  example("#{given.keys.join(" and ")} of #{message} is rejected when the model is built") do
    [message.split("; ").sort, refusal(**given).split("; ").sort]
  end
end
example("a copy rejects the same values") { ["weight #{FINITE}NaN", error { cat.with(weight: Float::NAN) }.message] }
example("an unknown union member rejects the same values") { ["value.a #{FINITE}NaN", error { Animal::Unknown.new({ "a" => Float::NAN }) }.message] }
example("from_h rejects the same values") { [["$.notes[0]"], error { Cat.from_h({ "kind" => "cat", "id" => 1, "name" => "Tom", "owner" => nil, "notes" => [Float::NAN] }) }.issues.map(&:path)] }
example("bytes can have any value") { ["/w==", cat(photo: "\xFF").to_h["photo"]] }
example("the first and the last day are accepted") do
  [%w[0000-01-01 9999-12-31], [Date.new(0, 1, 1), Date.new(9999, 12, 31)].map { |day| cat(born_on: day).to_h["born_on"] }]
end
example("the largest offset is accepted") do
  [%w[+18:00 -18:00], %w[+18:00 -18:00].map { |zone| cat(born_at: Time.at(0, in: zone)).to_h["born_at"][-6..] }]
end
example("a larger offset is not read") do
  issues = %w[+18:01 -19:00].map { |zone| error { Cat.from_json(cat.to_json.sub("{", "{\"born_at\":\"2024-01-01T00:00:00#{zone}\",")) }.issues }
  [[["$.born_at"]] * 2, issues.map { |each| each.map(&:path) }]
end
example("strings of other encodings are written as UTF-8") { ["é", cat(nick: "é".encode("ISO-8859-1")).to_h["nick"]] }
example("a Time equals the DateTime that is read") do
  built = [Time.at(0).utc, Time.at(0.5, in: "+02:00"), Time.utc(1000, 1, 1)].map { |time| cat(born_at: time) }
  read = built.map { |each| Cat.from_json(each.to_json) }
  [[true, true, true], [built == read, built.map(&:hash) == read.map(&:hash), built.eql?(read)]]
end
example("the calendar is that of RFC 3339") do
  built = [Time.utc(1000, 1, 1), Time.new(1582, 10, 10, 1, 2, 3.5r, "-03:30")].map { |time| cat(born_at: time).to_h["born_at"] }
  [%w[1000-01-01T00:00:00Z 1582-10-10T01:02:03.5-03:30], built]
end
example("changing the arguments does not change the model") do
  notes = { "a" => [+"b"] }
  nick = +"T"
  time = Time.at(0, in: "+02:00")
  built = cat(notes: notes, nick: nick, born_at: time)
  before = built.to_json
  notes["a"][0] << "c"
  notes["d"] = 1
  nick << "u"
  time.utc
  [before, built.to_json]
end
example("bytes are copied, and cannot change") do
  photo = +"\x01"
  built = [cat(photo: photo), Cat.from_json(cat(photo: photo).to_json)]
  photo << "\x02"
  [["\x01".b, true, "\x01".b, true], built.flat_map { |each| [each.photo, error { each.photo << "x" }.is_a?(FrozenError)] }]
end
example("a lone surrogate is rejected, with its path if the parser allows it") do
  json = cat.to_json.sub("{", '{"notes":"\udc00\ud800T",')
  paths = error { Cat.from_json(json) }.issues.map(&:path)
  [paths == ["$"] ? ["$"] : ["$.notes"], paths]
end
example("the code has no state shared between threads") do
  constants = Acme::ModelSupport.constants.map { |name| Acme::ModelSupport.const_get(name) }
  values = constants.grep(Module).flat_map { |each| each.constants(false).map { |name| each.const_get(name) } }
  [[], values.grep_v(Module).reject { |value| Ractor.shareable?(value) }]
end
