# frozen_string_literal: true

require_relative 'helper'

# What lenient reading keeps of a field is written back until the field gets a value.
class LenientTest < RuntimeTest
  class Film
    include Modelwright::Runtime::Model

    attr_reader :minutes

    def initialize(id:, minutes: OMITTED, title: OMITTED, additional_properties: {})
      super({ id:, minutes:, title: }, additional_properties)
    end

    fields do
      required 'id', integer
      optional 'minutes', integer
      optional 'title', string
    end
  end

  JSON_OF_FILM = { 'id' => 1, 'minutes' => [1.5], 'zzz' => 2 }.freeze
  FILM = Film.from_h(JSON_OF_FILM, lenient: true)

  def test_it_is_among_the_additional_properties_and_reported
    assert_nil FILM.minutes
    assert_equal({ 'minutes' => [1.5], 'zzz' => 2 }, FILM.additional_properties)
    assert_equal JSON_OF_FILM, FILM.to_h
    assert_equal ['$.minutes must be an integer, not an array'], FILM.validate.map(&:to_s)
  end

  def test_it_stays_in_a_copy_in_which_another_field_changes
    assert_equal JSON_OF_FILM.merge('title' => 'a'), FILM.with(title: 'a').to_h
    assert_equal FILM, FILM.with(title: 'a').with(title: Film::OMITTED)
  end

  def test_it_is_gone_once_the_field_has_a_value
    assert_equal Film.from_h({ id: 1, minutes: 90, zzz: 2 }), FILM.with(minutes: 90)
  end

  def test_a_caller_cannot_give_a_field_as_an_additional_property
    error = assert_raises(ArgumentError) { Film.new(id: 1, additional_properties: { 'minutes' => 90 }) }
    assert_equal 'additional_properties.minutes is a field of the model', error.message
    assert_raises(ArgumentError) { FILM.with(additional_properties: { 'title' => 'a' }) }
  end
end
