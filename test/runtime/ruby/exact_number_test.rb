# frozen_string_literal: true

require_relative 'helper'

class ExactNumberTest < RuntimeTest
  def test_only_json_numbers_are_accepted
    %w[0 -0 1 10 -1.50 0.5 1e5 1E+5 0e-5 1.5e007].each { |text| assert_match ExactNumber::FORMAT, text }
    ['', '-', '+1', '.5', '1.', '01', '-00', '1e', '1e+', '1_0', ' 1', "1\n", "\n1", '0x1', 'NaN', '１',
     '٣'].each do |text|
      refute_match ExactNumber::FORMAT, text
      assert_raises(ArgumentError) { ExactNumber.new(text) }
    end
  end

  def test_numbers_that_fit_become_floats
    { '0.5' => 0.5, '-0.0' => -0.0, '1e3' => 1000.0,
      '0.1000000000000000000' => 0.1, '1.7976931348623157e308' => Float::MAX,
      '5e-324' => 5e-324, '0e9999' => 0.0, '100000000000000000000.0' => 1e20 }.each do |text, float|
      assert_equal [Float, float.to_s], ExactNumber.try_convert(text).then { |number| [number.class, number.to_s] }
    end
  end

  def test_other_numbers_are_kept_as_written
    %W[0.12345678901234567890 1e400 -1E-400 1e-1000000000 1e#{'9' * 10_001} #{LONG} 2e-324 0e10000
       1.7976931348623159e308].each do |text|
      number = ExactNumber.try_convert(text)
      assert_instance_of ExactNumber, number
      assert_equal [text, text, text], [number.to_s, number.to_json, number.inspect]
      assert_predicate number, :frozen?
    end
  end

  def test_numbers_are_compared_by_value
    [%w[1e3 1000], %w[0.10 0.1], %w[-0 0e5], %w[10e99998 1e99999], [LONG, "#{LONG}0"],
     %w[1200e-2 12.0]].each do |one, other|
      assert_equal ExactNumber.new(one), ExactNumber.new(other)
      assert_equal ExactNumber.new(one).hash, ExactNumber.new(other).hash
      assert_operator ExactNumber.new(one), :eql?, ExactNumber.new(other)
    end
    [%w[1 -1], %w[1e3 1e4], %w[12 21], %w[0 1]].each do |one, other|
      refute_equal ExactNumber.new(one), ExactNumber.new(other)
    end
  end

  def test_numbers_equal_ruby_numbers
    assert_equal ExactNumber.new('1e3'), 1000
    assert_equal 1000, ExactNumber.new('1e3')
    assert_equal ExactNumber.new('0.10'), 0.1
    assert_equal 0.1, ExactNumber.new('0.10')
    refute_equal ExactNumber.new('1.5'), 1
    refute_equal ExactNumber.new('1'), Float::NAN
    refute_equal ExactNumber.new('1'), '1'
    refute_operator ExactNumber.new('1000'), :eql?, 1000
  end

  def test_conversion_is_exact
    assert_equal [true, 1200], ExactNumber.new('1.2e3').then { |number| [number.integer?, number.to_i] }
    assert_equal [false, -1.25r], ExactNumber.new('-1.25').then { |number| [number.integer?, number.to_r] }
    assert_equal '9' * 10_001, (ExactNumber.new(LONG).to_r * (10**10_001)).to_i.to_s
  end

  def test_huge_numbers_are_not_converted
    assert_predicate ExactNumber.new('1e9999'), :computable?
    assert_predicate ExactNumber.new(LONG), :computable?
    %w[1e10000 1e-10000 1e999999999999].each do |text|
      refute_predicate ExactNumber.new(text), :computable?
      assert_raises(FloatDomainError) { ExactNumber.new(text).to_r }
      assert_raises(FloatDomainError) { ExactNumber.new(text).to_i }
    end
  end

  def test_the_nearest_float
    random = Random.new(1)
    500.times do
      text = "#{random.rand(1..9)}.#{random.rand(10**random.rand(1..40))}e#{random.rand(-320..300)}"
      assert_equal text.to_r.to_f, ExactNumber.new(text).to_f, text
    end
    assert_equal [Float::INFINITY, -Float::INFINITY], %w[1e400 -1e999999].map { |text| ExactNumber.new(text).to_f }
    assert_equal ['0.0', '-0.0'], %w[1e-400 -1e-999999].map { |text| ExactNumber.new(text).to_f.to_s }
  end

  def test_rounding_considers_every_digit
    half = ((2**53) + 1).to_s # halfway between two floats, the lower of which is even
    assert_equal 2.0**53, ExactNumber.new("#{half}.#{'0' * 5000}").to_f
    assert_equal (2.0**53) + 2, ExactNumber.new("#{half}.#{'0' * 5000}1").to_f
  end
end
