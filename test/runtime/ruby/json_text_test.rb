# frozen_string_literal: true

require_relative 'helper'

class JsonTextTest < RuntimeTest
  def test_it_matches_json_parse
    text = '{"a":[1,-2.5,"b",null,true],"é":{"\\"":"\\\\"}}'
    assert_equal JSON.parse(text), JsonText.parse(text)
    assert Ractor.shareable?(JsonText.parse(text))
  end

  def test_floats_are_as_json_parse_makes_them
    text = '[0.0,-0.0,0.5,-12.25,1.5e3,1E-5,0e9999,1e300,2.5e-300,123456789012.345]'
    assert_equal JSON.parse(text).map(&:inspect), JsonText.parse(text).map(&:inspect)
  end

  def test_numbers_that_no_float_holds_are_kept
    numbers = %w[1e-9999 -1E-9999 0.1e-9999 1e9999 -1e400 1e-330 0.12345678901234567890]
    parsed = JsonText.parse("[#{numbers.join(',')}]")
    assert_equal [ExactNumber], parsed.map(&:class).uniq
    assert_equal numbers, parsed.map(&:to_s)
    assert_equal [Encoding::UTF_8], parsed.map { |number| number.to_s.encoding }.uniq
  end

  def test_very_long_integers_are_not_converted
    digits = '9' * 2500
    text = "[#{digits},-#{digits},\"#{digits}\",{\"#{digits}\":#{digits}}]"
    parsed = JsonText.parse(text)
    assert_equal text, JSON.generate(parsed)
    assert_equal [ExactNumber, ExactNumber, String], parsed.first(3).map(&:class)
    assert_equal digits.to_i, parsed[0]
  end

  def test_digits_elsewhere_are_unchanged
    digits = '9' * 2500
    numbers = ["[0.#{digits}]", "[1e#{digits}]", "[#{digits}e5]", "[#{digits}.5E-#{digits}]"]
    strings = ["[\"\\\"#{digits}\",\"#{digits}\\\\\"]", "{\"#{digits}\":\"é#{digits}😀\"}"]
    [*numbers, *strings].each { |text| assert_equal text, JSON.generate(JsonText.parse(text)) }
  end

  def test_invalid_json_is_rejected
    digits = '9' * 2500
    numbers = ["[#{digits}", "[0#{digits}]", "[#{digits}x]", "[+#{digits}]", "[--#{digits}]", 'NaN', '']
    strings = ["[\"#{digits}]", "[\"#{digits}#{'\\"' * 2500}"]
    [*numbers, *strings].each { |text| assert_raises(JSON::ParserError) { JsonText.parse(text) } }
    assert_raises(JSON::NestingError) { JsonText.parse(('[' * 101) + (']' * 101)) }
  end

  def test_escapes_that_json_does_not_have_are_rejected
    wrong = ['"\\x41"', '"\\2"', '"\\u12"', '"\\u12zz"', '"\\\\\\x41"', "\"\\'\"", '{"k\\ind":1}', "\"\\\n\"", '"é\\é"']
    wrong.each { |text| assert_raises(JSON::ParserError, text) { JsonText.parse(text) } }
    right = ['"\\\\x41"', '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\\\\\\\2"', '{"\\\\":"\\\\"}']
    right.each { |text| assert_equal JSON.parse(text), JsonText.parse(text) }
  end

  def test_many_backslashes_take_linear_time
    text = "\"#{'\\\\' * 1_000_000}\""
    assert_equal 1_000_000, JsonText.parse(text).length
  end

  def test_it_quotes_halves_of_pairs_of_surrogates
    halves = JsonText.parse('["\\ud800","a\\udFFF\\ud83db"]') { nil }
    assert_equal ['"\\ud800"', '"a\\udfff\\ud83db"'], halves.map { |text| JsonText.quoted(text) }
    assert_equal ['"\\"é"', '"a\\xFF"'], ['"é', "a\xFF"].map { |text| JsonText.quoted(text) }
  end

  def test_it_finds_escapes_for_half_a_pair_of_surrogates
    ['"\\ud800"', '"\\uDFFF"', '"\\ud83d\\u0041"'].each { |text| assert halves?(text) }
    ['"\\ud83d\\ude00"', '"\\ud7ff"', '"\\ue000"', '"\\\\ud800"', '"ud800"'].each { |text| refute halves?(text) }
  end

  def halves?(text)
    found = false
    JsonText.parse(text) { found = true }
    found
  end
end
