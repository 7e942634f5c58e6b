# frozen_string_literal: true

# The behavior of the classes of the shipped spec.

require_relative "examples"
require File.expand_path("lib/stack_one/models")

Session = StackOne::Shared::ConnectSession
Categories = StackOne::Shared::Categories
Metadata = StackOne::Shared::Metadata

DOCUMENT = {
  "id" => 1, "organization_id" => 2.5, "project_id" => "p", "origin_owner_id" => "o", "origin_owner_name" => "Ada",
  "created_at" => "2024-02-29T12:30:00.120+02:00"
}.freeze

def read(more = {}) = Session.from_json(JSON.generate(DOCUMENT.merge(more)))

example("a document is written back as it was read") { [DOCUMENT, read.to_h] }
example("JSON text is written back as it was read") { [DOCUMENT, JSON.parse(read.to_json)] }
example("JSON.generate accepts nested models") { [[DOCUMENT], JSON.parse(JSON.generate([read]))] }
example("JSON.pretty_generate accepts models") { [DOCUMENT, JSON.parse(JSON.pretty_generate(read))] }
example("from_h accepts a hash") { [read, Session.from_h(DOCUMENT)] }
example("from_h accepts symbol keys") { [read, Session.from_h(DOCUMENT.transform_keys(&:to_sym))] }

example("numbers keep their type") { [[1, 2.5], [read.id, read.organization_id]] }
example("a date-time is a DateTime") { [DateTime.new(2024, 2, 29, 12, 30, "0.12".to_r, "+02:00"), read.created_at] }

example("an absent field is nil") { [nil, read.label] }
example("a null field is nil") { [nil, read("label" => nil).label] }
example("key? distinguishes absent and null") { [[false, true], [read.key?(:label), read("label" => nil).key?(:label)]] }
example("an absent field is not written, a null is") { [[false, true], [read.to_h.key?("label"), read("label" => nil).to_h.key?("label")]] }
example("models with an absent and a null field are not equal") { [false, read == read("label" => nil)] }

example("an unknown field is kept") { [{ "new" => [1, nil] }, read("new" => [1, nil]).additional_properties] }
example("an unknown field is written back") { [[1, nil], read("new" => [1, nil]).to_h["new"]] }
example("a known enum value is its constant") { [true, Categories::ATS.equal?(read("categories" => ["ats"]).categories[0])] }
example("an unknown enum value is kept") { ["new", read("categories" => ["new"]).categories[0].value] }
example("known? distinguishes known and unknown enum values") { [[true, false], read("categories" => %w[ats new]).categories.map(&:known?)] }
example("enum values are written back") { [["ats", "new", nil], read("categories" => ["ats", "new", nil]).to_h["categories"]] }
example("an enum lists its values") { [%w[ats hris hris-legacy], Categories.values.first(3).map(&:value)] }
example("an enum looks up its values") { [Categories::HRIS_LEGACY, Categories.of("hris-legacy")] }

example("a model without fields keeps every field") { [{ "plan" => { "a" => [1] } }, read("metadata" => { "plan" => { "a" => [1] } }).to_h["metadata"]] }

example("equal documents are equal models") { [[true, true, true], [read == read, read.eql?(read), read.hash == read.hash]] }
example("different documents are different models, but 1 equals 1.0") { [[false, true], [read == read("label" => "a"), read.eql?(read("id" => 1.0))]] }
example("a hash looks up models by value") { [:found, { read => :found }[read]] }

example("a model is frozen") { [true, read.frozen?] }
example("a model is deeply frozen") do
  session = read("categories" => ["ats"], "new" => { "a" => ["b"] })
  parts = [session.project_id, session.categories, session.additional_properties, session.additional_properties["new"]["a"][0]]
  [[true] * 5, [*parts.map(&:frozen?), Ractor.shareable?(session)]]
end
example("arguments stay mutable") do
  categories = [Categories::ATS]
  session = read.with(categories: categories)
  categories << Categories::CRM
  [1, session.categories.length]
end

example("a copy has the changed values") { ["b", read("label" => "a").with(label: "b").label] }
example("a copy keeps all other values, to the last digit") { [DOCUMENT.merge("label" => "b"), read.with(label: "b").to_h] }
example("nil in a copy becomes null") { [[true, nil], read("label" => "a").with(label: nil).to_h.then { |json| [json.key?("label"), json["label"]] }] }
example("OMITTED removes a field") { [read, read("label" => "a").with(label: Session::OMITTED)] }
example("a copy keeps unknown fields") { [{ "new" => 1 }, read("new" => 1).with(label: "b").additional_properties] }
example("a copy can replace unknown fields") { [{}, read("new" => 1).with(additional_properties: {}).additional_properties] }
example("a copy with an unknown keyword is rejected") { [ArgumentError, error { read.with(labell: "b") }.class] }
example("a copy without a required field is rejected") { [true, error { read.with(id: Session::OMITTED) }.is_a?(ArgumentError)] }

example("a model is built with keywords") do
  session = Session.new(id: 1, organization_id: 2, project_id: "p", origin_owner_id: "o", origin_owner_name: "Ada",
                        created_at: DateTime.new(2024, 2, 29, 12, 30, 0, "+02:00"), metadata: Metadata.new,
                        categories: [Categories::ATS, nil], label: nil, additional_properties: { "new" => 1 })
  expected = { "categories" => ["ats", nil], "created_at" => "2024-02-29T12:30:00+02:00", "id" => 1, "label" => nil,
               "metadata" => {}, "organization_id" => 2, "origin_owner_id" => "o", "origin_owner_name" => "Ada",
               "project_id" => "p", "new" => 1 }
  [expected, session.to_h]
end
example("Ruby reports missing keywords") { [true, error { Session.new(id: 1) }.message.start_with?("missing keywords")] }
example("a required field cannot be nil") { [true, error { read.with(id: nil) }.is_a?(ArgumentError)] }

example("a default fills in a missing argument") do
  create = StackOne::Shared::ConnectSessionCreate.new(origin_owner_id: "o", origin_owner_name: "Ada")
  [{ "expires_in" => 1800, "multiple" => false, "origin_owner_id" => "o", "origin_owner_name" => "Ada" }, create.to_h]
end
example("a default does not fill in a field absent in JSON") do
  json = { "origin_owner_id" => "o", "origin_owner_name" => "Ada" }
  [json, StackOne::Shared::ConnectSessionCreate.from_h(json).to_h]
end

ERROR = error { read("id" => "1", "created_at" => nil, "categories" => ["ats", 5], "metadata" => []) }
example("all issues are reported with their paths") { [%w[$.categories[1] $.created_at $.id $.metadata], ERROR.issues.map(&:path)] }
example("issues have messages") { ["must be a number, not a string", ERROR.issues[2].message] }
example("the error's message lists all issues") { [true, ERROR.message.include?("\n  $.id must be a number, not a string\n")] }
example("missing fields are reported") { [%w[$.created_at $.id], error { Session.from_h(DOCUMENT.except("id", "created_at")) }.issues.map(&:path)] }
example("invalid JSON is an issue of the document") { [["$"], error { Session.from_json("{") }.issues.map(&:path)] }
example("excessive nesting is an issue of the document") { [["$"], error { Session.from_json("[" * 5000 + "]" * 5000) }.issues.map(&:path)] }

example("an argument of the wrong type is rejected") do
  [[["$.categories", "type"], ["$.id", "type"]],
   error { read.with(id: "1", categories: "ats") }.issues.map { |issue| [issue.path, issue.keyword] }]
end
example("the JSON form of a value is accepted") do
  raw = read.with(categories: ["ats", "new", nil], created_at: "2024-02-29T12:30:00Z", metadata: { plan: "pro" })
  [[Categories::ATS, Categories.of("new"), nil, DateTime.new(2024, 2, 29, 12, 30), Metadata.from_h({ "plan" => "pro" })],
   [*raw.categories, raw.created_at, raw.metadata]]
end
example("an enum constant equals its raw value, also in a case statement") do
  matched = [Categories::ATS, "ats"].product([Categories::ATS, "ats"]).map { |value, other| value == other && other === value }
  [[true] * 4, matched]
end
example("a method named like a field is rejected") do
  label = Module.new { def label = "mine" }
  [[NameError, "mine"], [error { Session.prepend(label) }.class, Class.new(Session) { include label; def label = super || "mine" }.from_h(DOCUMENT).label]]
end
example("a model read from a valid document is valid") { [[[], true], [read.validate, read.valid?]] }

example("a model supports pattern matching") do
  matched = case read("label" => nil)
            in { id: Integer => id, label: nil, provider: } then [:wrong, id, provider]
            in { id: Integer => id, label: nil } then id
            end
  [1, matched]
end
example("inspect shows the fields") { ['#<StackOne::Shared::Metadata additional_properties={"a"=>1}>', Metadata.from_h({ "a" => 1 }).inspect.gsub(" => ", "=>")] }
example("text in another encoding is read") { [read, Session.from_json(JSON.generate(DOCUMENT).encode("UTF-16LE"))] }
example("binary text is read as UTF-8") { ["é", Session.from_json(JSON.generate(DOCUMENT.merge("label" => "é")).b).label] }
example("invalid UTF-8 is an issue of the document") { [["$"], error { Session.from_json("{\"\xFF\": 1}") }.issues.map(&:path)] }
