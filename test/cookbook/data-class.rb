# frozen_string_literal: true

# Uses the Data classes of the cookbook.

require File.expand_path("lib/acme/models")

Person = Acme::Shared::Person
Kind = Acme::Shared::Kind

ada = Person.new(first_name: "Ada", kind: Kind::STAFF)
read = Person.from_h({ "firstName" => "Ada", "kind" => Kind::STAFF, "unknown" => 1 })
rejected = begin
  Person.new(first_name: "Ada")
rescue ArgumentError => e
  e.message
end
shown = case ada
        in { first_name:, born:, tags: } then "#{first_name} #{born} #{tags.join(",")}"
        end

puts ada == read, ada.frozen?, rejected, shown, ada.with(nick_name: "A").nick_name
