# frozen_string_literal: true

require_relative 'helper'

class EnumTest < RuntimeTest
  class Color
    include Modelwright::Runtime::Enum

    RED = member('red')
    DARK_BLUE = member('dark blue')
  end

  class Level
    include Modelwright::Runtime::OpenEnum

    LOW = member(1)
    HIGH = member(2)
  end

  class Shade
    include Modelwright::Runtime::OpenEnum

    DARK = member('dark')
  end

  def test_a_listed_value_becomes_its_constant
    assert_same Color::RED, Color.from_json('"red"')
    assert_same Color::DARK_BLUE, Color.of('dark blue')
    assert_same Level::LOW, read(Level, 1.0)
    assert_equal [Color::RED, Color::DARK_BLUE], Color.values
    assert_equal ['"red"', '2'], [Color::RED.to_json, Level::HIGH.to_json]
  end

  def test_a_value_equals_its_raw_value
    [[Color::RED, 'red', 'green'], [Level::LOW, 1, 2],
     [Shade.of('pale'), 'pale', 'dark']].each do |constant, raw, other|
      assert_equal [true, true, false, false], [constant == raw, raw == constant, constant == other, other == constant]
      assert_equal %i[raw raw], [constant, raw].map { |value| kind_in_case(value, raw) }
      assert_equal %i[raw raw other], [constant, raw, other].map { |value| kind_in_case(value, constant) }
      assert_equal :raw, (constant in ^raw) ? :raw : :other
    end
    refute_equal Color::RED, Shade.of('red')
    refute_operator Color::RED, :eql?, 'red'
    assert_equal [false, true], [Level::LOW, Color::RED].map { |value| value.respond_to?(:to_str) }
  end

  class Digit
    include Modelwright::Runtime::Enum

    11.times { |value| member(value) }
  end

  def test_a_message_lists_ten_values_at_most
    assert_equal ['$ must be one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …'], rejections(Digit, 11)
  end

  def test_a_closed_enum_rejects_other_values
    assert_equal ['$ must be one of "red", "dark blue"'], rejections(Color, 'green')
    assert_equal ['$ must be a string, not a number'], rejections(Color, 1)
    assert_raises(ArgumentError) { Color.of('green') }
    assert_raises(NoMethodError) { Color.new('green') }
  end

  def test_an_open_enum_keeps_other_values
    assert_equal [7, false, '7'], Level.of(7).then { |level| [level.value, level.known?, level.to_json] }
    assert_equal Level.of(7), read(Level, 7)
    assert_equal Level.of(7).hash, read(Level, 7).hash
    assert_operator Level.of(7), :eql?, read(Level, 7)
    assert_equal ['$ must be an integer, not a number'], rejections(Level, 1.5)
  end

  def test_a_value_is_a_copy
    text = +'red'
    red = Shade.of(text)
    text << 'dish'
    assert_equal 'red', red.value
  end

  private

  def kind_in_case(value, expected)
    case value
    when expected then :raw
    else :other
    end
  end
end
