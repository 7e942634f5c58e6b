# frozen_string_literal: true

require_relative 'helper'

class UnionTest < RuntimeTest
  class Cat
    include Modelwright::Runtime::Model

    fields { required 'kind', constant('cat') }
  end

  class Dog
    include Modelwright::Runtime::Model

    fields do
      required 'kind', string
      optional 'good', boolean
    end
  end

  module Pet
    extend Modelwright::Runtime::Union

    class Unknown < Modelwright::Runtime::UnknownMember; end

    members do
      discriminator 'kind', string
      member Cat, tag: 'cat'
      member Dog, tag: 'dog'
    end
  end

  module Value
    extend Modelwright::Runtime::Union

    class Unknown < Modelwright::Runtime::UnknownMember; end

    members do
      member integer
      member list(Value)
      member Dog
      member bytes
    end
  end

  module Id
    extend Modelwright::Runtime::Union

    class Unknown < Modelwright::Runtime::UnknownMember; end

    members do
      member long(maximum: 9)
      member long(as: :string, minimum: 1)
    end
  end

  class Ids
    include Modelwright::Runtime::Model

    def initialize(ids:) = super({ ids: })

    attr_reader :ids

    fields { required 'ids', list(Id) }
  end

  def test_members_with_the_same_values
    ids = Ids.from_json('{"ids":["0",0,"10",10]}')
    assert_equal [0, 0, 10, 10], ids.ids
    assert_equal '{"ids":["0",0,"10",10]}', ids.to_json
    assert_equal [['$.ids[0]', 'minimum'], ['$.ids[3]', 'maximum']], violations(Ids, ids)
    given = ids.with(ids: [0, 10])
    assert_equal '{"ids":[0,10]}', given.to_json
    assert_equal ['$.ids[1]'], given.validate.map(&:path)
  end

  def test_members_with_tags
    assert_instance_of Cat, Pet.from_json('{"kind":"cat"}')
    assert_instance_of Dog, Pet.from_json('{"kind":"dog","good":true}')
    assert_equal ['$.good must be a boolean, not a number'], rejections(Pet, { 'kind' => 'dog', 'good' => 1 })
    assert_equal ['$.kind is missing'], rejections(Pet, {})
    assert_equal ['$ must be an object, not a string'], rejections(Pet, 'cat')
  end

  def test_unknown_members_are_kept
    eel = Pet.from_json('{"kind":"eel","x":[1.5]}')
    assert_instance_of Pet::Unknown, eel
    assert_equal '{"kind":"eel","x":[1.5]}', eel.to_json
    assert_equal eel, Pet::Unknown.new({ kind: 'eel', x: [1.5] })
    assert_equal [true, true, false], [eel, Cat.from_h({ kind: 'cat' }), 5].map { |value| Pet === value } # rubocop:disable Style/CaseEquality
    error = assert_raises(ArgumentError) { Pet::Unknown.new({ x: Float::NAN }) }
    assert_equal 'value.x must be a finite number, not NaN', error.message
  end

  def test_members_by_best_match
    assert_equal 5, Value.from_json('5.0')
    assert_equal [1, [2]], Value.from_json('[1,[2]]')
    assert_instance_of Dog, Value.from_json('{"kind":"dog"}')
    assert_equal "\xFF".b, Value.from_json('"/w=="')
    assert_instance_of Value::Unknown, Value.from_json('"?"')
    assert_equal ['$ must be a value, not null'], rejections(Value, nil)
  end

  def test_a_value_is_written_validated_and_accepted_as_its_member
    assert_equal [1, ['/w==']], Value.write([1, ["\xFF".b]])
    assert_empty violations(Value, [1, ["\xFF".b]])
    assert_equal [['$', 'type']], violations(Value, 1.5)
    assert_equal [1, ["\xFF"]], Value.take([1, [+"\xFF"]], Report.new)
    report = Report.new
    Value.take([1, Float::NAN], report)
    assert_equal ['$[1] must be a finite number, not NaN'], report.issues.map(&:to_s)
  end

  def test_a_hash_becomes_the_member_of_its_tag
    report = Report.new
    assert_instance_of Dog, Value.take({ kind: 'dog' }, report)
    assert_instance_of Value::Unknown, Value.take(Value::Unknown.new(1.5), report)
    assert_empty report.issues
    assert_nil Pet.take({ kind: 'fish' }, report)
    assert_nil Value.take(1.5, report)
    assert_equal ['$ fits no member of the union'] * 2, report.issues.map(&:to_s)
  end

  def test_nested_unions_take_linear_time
    deep = (1..90).inject(1) { |inner, _| [inner] }
    assert_equal deep, Value.from_h(deep)
  end
end
