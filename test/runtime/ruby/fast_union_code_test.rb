# frozen_string_literal: true

require 'minitest/mock'
require_relative 'helper'

class FastUnionCodeTest < RuntimeTest
  class Cat
    include Modelwright::Runtime::Model

    fields do
      required 'name', string
      required "me\"\#{exit}ows", boolean, as: :meows
    end
  end

  class Dog
    include Modelwright::Runtime::Model

    fields { required 'name', string }
  end

  class Size
    include Modelwright::Runtime::Enum

    LARGE = member('large')
  end

  # A union of these members, which are distinguished by their keys.
  def self.union(*members)
    Module.new do
      extend Modelwright::Runtime::Union

      const_set(:Unknown, Class.new(Modelwright::Runtime::UnknownMember))
      members { members.each { |each| member each } }
    end
  end

  CAT = { 'name' => 'Tom', "me\"\#{exit}ows" => true }.freeze
  DOG = { 'name' => 'Rex' }.freeze

  def test_an_object_is_read_fast_as_the_only_model_that_may_have_it
    pets = self.class.union(Cat, Size, constant('none'), list(Dog), tuple(integer), string)
    cat = refuse_careful_reading { pets.from_json(JSON.generate(CAT)) }
    assert_equal Cat.from_h(CAT), cat
  end

  def test_it_is_read_with_all_checks_where_several_members_may_have_it
    [[Cat, Dog], [Cat, map(any)], [Cat, any]].each do |members|
      pets = self.class.union(*members)
      assert_raises(RuntimeError) { refuse_careful_reading { pets.from_h(CAT) } }
      assert_instance_of Cat, pets.from_h(CAT)
    end
  end

  def test_a_key_that_few_models_require_tells_them_apart
    pets = self.class.union(Dog, Cat)
    assert_equal Dog.from_h(DOG), refuse_careful_reading { pets.from_h(DOG) }
  end

  # Raises an error if the block makes a report.
  def refuse_careful_reading(&block) = Report.stub(:new, ->(*, **) { raise 'read with all checks' }, &block)
end
