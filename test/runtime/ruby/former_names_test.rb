# frozen_string_literal: true

require_relative 'helper'

class FormerNamesTest < RuntimeTest
  class Person
    include Modelwright::Runtime::Model

    attr_reader :name, :email

    alias full_name name
    alias mail email

    def initialize(full_name: OMITTED, name: full_name, mail: OMITTED, email: mail, additional_properties: {})
      super({ name:, email: }, additional_properties)
    end

    fields do
      required 'name', string, aliases: ['full-name'], former: [:full_name]
      optional 'email', nullable(string), aliases: %w[mail address], former: [:mail]
    end
  end

  class State
    include Modelwright::Runtime::Enum

    ACTIVE = member('active')
    CANCELED = member('canceled', former: %w[cancelled aborted])
    CANCELLED = CANCELED
  end

  def test_a_model_is_built_by_former_names
    person = Person.new(name: 'a', email: nil)
    assert_equal [person] * 3,
                 [Person.new(full_name: 'a', mail: nil), Person.new(full_name: 'b', name: 'a', email: nil),
                  take(Person, { full_name: 'a', address: nil })]
    assert_equal ['a', nil, true], [person.full_name, person.mail, person.key?(:mail)]
    assert_equal '{"name":"a","email":null}', person.to_json
    assert_match(/name is required/, assert_raises(ArgumentError) { Person.new(mail: 'a') }.message)
  end

  def test_a_copy_is_made_by_former_names
    person = Person.from_json('{"full-name":"a","mail":"b","x":1}')
    assert_equal '{"name":"c","x":1}', person.with(full_name: 'c', mail: Person::OMITTED).to_json
    assert_raises(ArgumentError) { person.with(nick: 'c') }
  end

  def test_a_pattern_matches_former_names
    Person.new(name: 'a', email: 'b') => { full_name:, mail: }
    assert_equal %w[a b], [full_name, mail]
    assert_equal({ name: 'a', email: 'b' }, Person.new(name: 'a', email: 'b').deconstruct_keys(nil))
  end

  def test_other_names_are_declared
    assert_raises(ArgumentError) { Person.new(name: 'a', additional_properties: { 'full-name' => 'b' }) }
    lenient = Person.from_json('{"name":"a","address":5}', lenient: true)
    assert_equal '{"name":"a","address":5}', lenient.to_json
    assert_equal ['$.address'], lenient.validate.map(&:path)
    assert_equal '{"name":"a","email":"b"}', lenient.with(email: 'b').to_json
  end

  def test_former_values_are_those_that_replaced_them
    assert_same State::CANCELED, State.of('aborted')
    assert_same State::CANCELLED, read(State, 'cancelled')
    assert_equal %w[active canceled], State.values.map(&:value)
    assert_equal ['$ must be one of "active", "canceled"'], rejections(State, 'ended')
  end

  private

  def take(type, value)
    report = Report.new
    type.take(value, report).tap { assert_empty report.issues.map(&:to_s) }
  end
end
