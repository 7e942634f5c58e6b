# frozen_string_literal: true

require_relative 'helper'

class JsonTextTest < RuntimeTest
  def test_it_reads_what_json_parse_reads
    text = '{"a":[1,-2.5,"b",null,true],"é":{"\\"":"\\\\"}}'
    assert_equal JSON.parse(text), JsonText.parse(text, 100)
    assert Ractor.shareable?(JsonText.parse(text, 100))
  end

  def test_integers_of_very_many_digits_are_not_computed
    digits = '9' * 2500
    text = "[#{digits},-#{digits},\"#{digits}\",{\"#{digits}\":#{digits}}]"
    parsed = JsonText.parse(text, 100)
    assert_equal text, JSON.generate(parsed)
    assert_equal [ExactNumber, ExactNumber, String], parsed.first(3).map(&:class)
    assert_equal digits.to_i, parsed[0]
  end

  def test_digits_that_are_no_integer_stay_as_they_are
    digits = '9' * 2500
    numbers = ["[0.#{digits}]", "[1e#{digits}]", "[#{digits}e5]", "[#{digits}.5E-#{digits}]"]
    strings = ["[\"\\\"#{digits}\",\"#{digits}\\\\\"]", "{\"#{digits}\":\"é#{digits}😀\"}"]
    [*numbers, *strings].each { |text| assert_equal text, JSON.generate(JsonText.parse(text, 100)) }
  end

  def test_what_is_no_json_stays_none
    digits = '9' * 2500
    numbers = ["[#{digits}", "[0#{digits}]", "[#{digits}x]", "[+#{digits}]", "[--#{digits}]", 'NaN', '']
    strings = ["[\"#{digits}]", "[\"#{digits}#{'\\"' * 2500}"]
    [*numbers, *strings].each { |text| assert_raises(JSON::ParserError) { JsonText.parse(text, 100) } }
    assert_raises(JSON::NestingError) { JsonText.parse('[[[]]]', 2) }
  end

  def test_it_finds_escaped_surrogates
    ['"\\ud800"', '"\\uDFFF"'].each { |text| assert JsonText.surrogates?(text) }
    ['"\\ud7ff"', '"\\ue000"', '"ud800"'].each { |text| refute JsonText.surrogates?(text) }
  end
end
