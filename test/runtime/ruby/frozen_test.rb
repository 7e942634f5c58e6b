# frozen_string_literal: true

require_relative 'helper'

class FrozenTest < RuntimeTest
  def test_a_copy_shares_no_mutable_objects
    given = { a: [+'b', { 'c' => Date.new(2024, 2, 29) }], 'd' => 1.5 }
    copy = copied(given)
    assert_equal({ 'a' => ['b', { 'c' => Date.new(2024, 2, 29) }], 'd' => 1.5 }, copy)
    assert Ractor.shareable?(copy)
    given[:a][0] << 'x'
    assert_equal 'b', copy['a'][0]
  end

  def test_strings_become_utf8
    { 'é'.encode('UTF-16LE') => 'é', 'é'.b => 'é', 'a'.encode('US-ASCII') => 'a' }.each do |given, expected|
      assert_equal [expected, Encoding::UTF_8], copied(given).then { |copy| [copy, copy.encoding] }
    end
    ["\xFF", "\xFF".b, "\xD8".dup.force_encoding('UTF-16LE'), "\xFF".dup.force_encoding('UTF-7')].each do |given|
      assert_equal ['$ must be valid UTF-8'], rejected(given)
    end
    assert_equal ['$ must not have a key that is not valid UTF-8'], rejected({ "\xFF" => 1 })
  end

  def test_numbers_must_be_finite
    [Float::NAN, Float::INFINITY, -Float::INFINITY, BigDecimal('NaN'), BigDecimal('-Infinity')].each do |given|
      assert_equal ["$.a[1] must be a finite number, not #{given}"], rejected({ 'a' => [1, given] })
    end
    [0, -1.5, 10**400].each { |given| assert_equal given, copied(given) }
  end

  def test_a_decimal_is_a_number_of_json
    { '1.50' => '1.5', '2.0' => '2', '-0.0' => '0', '1e400' => '1e400', '-1.5e-400' => '-15e-401',
      '0.1234567890123456' => '0.1234567890123456', '1e20' => '100000000000000000000' }.each do |text, number|
      assert_equal number, JSON.generate(copied(BigDecimal(text)))
    end
    assert_equal ['$ must be a number that JSON can hold, not an instance of Rational'], rejected(1r / 3)
  end

  def test_years_have_four_digits
    [Date.new(10_000, 1, 1), Date.new(-1, 1, 1), DateTime.new(10_000, 1, 1), Time.utc(10_000)].each do |given|
      assert_equal ['$ must be in a year from 0 to 9999'], rejected(given)
    end
    [Date.new(0, 1, 1), DateTime.new(9999, 12, 31)].each { |given| assert_equal given, copied(given) }
  end

  def test_offsets_have_whole_minutes
    ['+00:00:01', '-18:01', '+23:59'].each do |offset|
      assert_equal ['$ must have an offset of whole minutes, of at most 18 hours'], rejected(Time.at(0, in: offset))
    end
    ['+18:00', '-18:00', '+05:45'].each { |offset| assert_equal offset, copied(Time.at(0, in: offset)).zone }
  end

  def test_a_time_becomes_a_date_time_of_the_same_instant
    time = Time.at(1.5r, in: '+02:00')
    assert_equal [DateTime, DateTime.new(1970, 1, 1, 2, 0, 1.5r, '+02:00')], [copied(time).class, copied(time)]
    assert_equal '1000-01-01', copied(Time.utc(1000, 1, 1)).strftime('%F')
  end

  def test_all_issues_of_a_value_are_reported
    assert_equal ['$.a must be a finite number, not NaN', '$.b[0] must be valid UTF-8'],
                 rejected({ a: Float::NAN, b: ["\xFF"] })
  end

  def test_depth
    deep = ->(levels) { (1..levels).inject(1) { |inner, level| level.odd? ? [inner] : { 'a' => inner } } }
    refute Frozen.deep?(deep[100])
    assert Frozen.deep?(deep[101])
    circle = []
    circle << circle
    assert Frozen.deep?(circle)
  end

  private

  def copied(value)
    report = Report.new
    copy = Frozen.copy(value, report)
    assert_empty report.issues
    assert_predicate copy, :frozen?
    copy
  end

  def rejected(value)
    report = Report.new
    Frozen.copy(value, report)
    report.issues.map(&:to_s)
  end
end
