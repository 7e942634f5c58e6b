# frozen_string_literal: true

# The behavior of unions, constants, decimals, bytes and constraints in the models of `test/cases/pets`.

require_relative "examples"
require File.expand_path("lib/acme/models")

include Acme::Shared

CAT = { "kind" => "cat", "id" => 9_007_199_254_740_993, "name" => "Tom", "owner" => nil }.freeze

def cat(more = {}) = Cat.from_json(JSON.generate(CAT.merge(more)))

WITH_PRICE = CAT.to_json.sub("}", ',"price":12345678901234567890.10}')

example("a constant needs no keyword") { ["cat", Cat.new(id: 1, name: "Tom", owner: nil).kind] }
example("another value for a constant is an issue") { [["$.kind"], error { cat("kind" => "dog") }.issues.map(&:path)] }
example("defaults of all types are filled in") do
  built = Cat.new(id: 1, name: "Tom", owner: nil)
  [[9, Status::AVAILABLE, { "ball" => %w[red blue] }], [built.lives, built.status, built.toys]]
end

example("a decimal is exact") { [BigDecimal("0.1000000000000000000000000001"), cat("price" => "0.1000000000000000000000000001").price] }
example("a decimal in a JSON number is exact") { [BigDecimal("12345678901234567890.1"), Cat.from_json(WITH_PRICE).price] }
example("a decimal string is written as it was read") { ["1.10", cat("price" => "1.10").to_h["price"]] }
example("a decimal number is written as it was read") { [true, Cat.from_json(WITH_PRICE).to_json.include?('"price":12345678901234567890.10')] }
example("a decimal from the caller is written as a string") { ["1.5", cat.with(price: BigDecimal("1.50")).to_h["price"]] }
example("a decimal with a huge exponent is rejected") { [["$.price"], error { cat("price" => "1e999999999") }.issues.map(&:path)] }

example("bytes are base64 in JSON") { [["\xFF\x00".b, "/wA="], [cat("photo" => "/wA=").photo, cat("photo" => "/wA=").to_h["photo"]]] }
example("a date is a Date") { [Date.new(2024, 2, 29), cat("born_on" => "2024-02-29").born_on] }
example("a time from the caller is written with its offset") do
  [%w[2024-02-29T12:30:00Z 2024-02-29T12:30:00.5+02:00],
   [Time.utc(2024, 2, 29, 12, 30), DateTime.new(2024, 2, 29, 12, 30, "0.5".to_r, "+02:00")].map { |time| cat.with(born_at: time).to_h["born_at"] }]
end
example("numbers of any size are kept") do
  notes = "[0.10000000000000000000001,1e400,123456789012345678901234567890]"
  [true, Cat.from_json(CAT.to_json.sub("}", ",\"notes\":#{notes}}")).to_json.include?(notes)]
end

example("a union reads the member in its discriminator") { [[Cat, Dog], [Animal.from_h(CAT).class, Animal.from_h({ "kind" => "dog" }).class]] }
example("a union keeps unknown members") { [{ "kind" => "parrot", "words" => [1.5] }, Owner.from_h({ "full name" => "Ada", "pets" => [{ "kind" => "parrot", "words" => [1.5] }] }).to_h["pets"][0]] }
example("an unknown member has the class Unknown") { [true, Animal.from_h({ "kind" => "parrot" }).is_a?(Animal::Unknown)] }
example("a union matches its members") { [[true, true, false], [cat, Animal.from_h({ "kind" => "parrot" }), 5].map { |value| Animal === value }] }
example("a case statement distinguishes members") do
  found = [CAT, { "kind" => "dog" }, { "kind" => "eel" }].map do |json|
    case Animal.from_h(json)
    in Cat[name:] then name
    in Dog[tricks:] then tricks
    in Dog then :dog
    in Animal::Unknown => unknown then unknown.value["kind"]
    end
  end
  [["Tom", :dog, "eel"], found]
end
example("a member's issues have their paths") { [%w[$.animals[1].id $.animals[2].kind], error { Order.from_h({ "animals" => [CAT, CAT.except("id"), {}] }) }.issues.map(&:path)] }
example("members without a tag are distinguished by their shape") do
  values = ["by night", 5, { "company" => "c" }, { "branch" => 5 }, { "nobody" => 1 }, true]
  read = values.map { |value| Order.from_h({ "animals" => [], "delivery" => value }) }
  [[[String, Integer, Courier, Pickup, OrderDelivery::Unknown, OrderDelivery::Unknown], values],
   [read.map { |order| order.delivery.class }, read.map { |order| order.to_h["delivery"] }]]
end

example("additional fields have their type") { [{ "age" => 36 }, Owner.from_h({ "full name" => "Ada", "age" => 36 }).additional_properties] }
example("an additional field of another type is an issue") { [["$.age"], error { Owner.from_h({ "full name" => "Ada", "age" => "36" }) }.issues.map(&:path)] }
example("a closed model allows no additional fields") { [["$.address.zip"], error { Owner.from_h({ "full name" => "Ada", "address" => { "street" => "s", "zip" => 1 } }) }.issues.map(&:path)] }
example("a closed enum rejects unlisted values") { ["must be one of \"AT\", \"CH\", \"DE\"", error { Country.from_json('"FR"') }.issues[0].message] }
example("the lookup of a closed enum rejects unlisted values") { [ArgumentError, error { Country.of("FR") }.class] }
example("an open enum of integers keeps others") { [[2, 7], [Size.of(2).value, Size.of(7).value]] }

example("validate lists every violation with its path") do
  order = Order.from_h({ "animals" => [CAT.merge("name" => "", "lives" => 10, "price" => "-0.1", "weight" => 0.005, "nick_names" => [nil] * 4)] })
  [[["$.animals[0].lives", "maximum"], ["$.animals[0].name", "minLength"], ["$.animals[0].nick_names", "maxItems"],
    ["$.animals[0].price", "minimum"], ["$.animals[0].weight", "multipleOf"]],
   order.validate.map { |issue| [issue.path, issue.keyword] }]
end
example("multiples of decimal fractions are exact") { [[], cat("weight" => 0.07).validate] }
example("array items are compared as JSON values") { [["uniqueItems"], Dog.new(tricks: %w[sit sit]).validate.map(&:keyword)] }
example("constraints are not checked when reading or building") { [[], cat("lives" => 9).validate] }

example("a decimal string uses JSON number notation") do
  texts = ["+1", ".5", "1.", "01", "1_0", " 1", "1 ", "", "-", "1e", "0x1", "NaN", "１", "٣"]
  [[["$.price"]] * texts.length, texts.map { |text| error { cat("price" => text) }&.issues&.map(&:path) }]
end
example("a decimal can have many digits") { ["0.#{"9" * 10_001}", cat("price" => "0.#{"9" * 10_001}").to_h["price"]] }
example("a number without a declared type is kept as written") do
  nines = "9" * 10_001
  notes = "[0.#{nines},#{nines},-#{nines}e5,1e#{nines},1e-1000000000,[\"#{nines}\\\"\",{\"#{nines}\":#{nines}}]]"
  [true, Cat.from_json(CAT.to_json.sub("}", ",\"notes\":#{notes}}")).to_json.include?(notes)]
end
example("numbers without a declared type are compared by value") do
  read = ->(number) { Cat.from_json(CAT.to_json.sub("}", ",\"notes\":[#{number}]}")) }
  nines = "9" * 2500
  [[true, true, true, false, false],
   [["10e9999", "1E+10000"], ["0.#{nines}0", "0.#{nines}"], ["#{nines}.0", nines], ["1e9999", "1e9998"], ["1e9999", "-1e9999"]]
     .map { |one, other| read[one] == read[other] }]
end
example("items are compared to the last digit") do
  tricks = ["0.#{"9" * 10_001}", "1e99999", "1e99998", "1"].map { |number| Dog.from_json("{\"kind\":\"dog\",\"x\":[#{number}]}") }
  [[], tricks.flat_map(&:validate)]
end
example("comparing items does not convert huge numbers") do
  numbers = ["9" * 2500, "-#{"9" * 2500}", "0.#{"9" * 2500}", "1e#{"9" * 2500}", "1e-9999"]
  [[Acme::ModelSupport::ExactNumber], Cat.from_json(CAT.to_json.sub("}", ",\"notes\":[#{numbers.join(",")}]}")).notes.map(&:class).uniq]
end
