# frozen_string_literal: true

require_relative 'helper'

class ConstraintsTest < RuntimeTest
  def test_each_limit
    {
      string(min_length: 2) => [%w[ab 😀😀], ['a', '😀'], 'minLength'],
      string(max_length: 2) => [%w[a ab], ['abc'], 'maxLength'],
      string(pattern: /\A[a-z]+\z/) => [['a'], ['', 'A', "a\n"], 'pattern'],
      integer(minimum: 1) => [[1, 2], [0, -1], 'minimum'],
      integer(maximum: 1) => [[1, 0], [2], 'maximum'],
      number(exclusive_minimum: 0) => [[0.1, 1], [0, -0.0, -1], 'exclusiveMinimum'],
      number(exclusive_maximum: 1) => [[0.9], [1, 1.0, 2], 'exclusiveMaximum'],
      number(multiple_of: 0.1) => [[0.3, 7, 1e22], [0.35], 'multipleOf'],
      decimal(multiple_of: 0.01) => [[BigDecimal('0.07'), BigDecimal('1e300')], [BigDecimal('0.001')], 'multipleOf'],
      list(any, min_items: 1) => [[[1]], [[]], 'minItems'],
      list(any, max_items: 1) => [[[], [1]], [[1, 2]], 'maxItems'],
      map(any, min_properties: 1) => [[{ 'a' => nil }], [{}], 'minProperties'],
      map(any, max_properties: 1) => [[{}, { 'a' => 1 }], [{ 'a' => 1, 'b' => 1 }], 'maxProperties'],
      list(any,
           unique_items: true) => [[[1, '1', nil, [1], { 'a' => 1 }]], [[1, 1.0], [[{ 'a' => 1 }], [{ 'a' => 1.0 }]]],
                                   'uniqueItems']
    }.each do |type, (kept, broken, keyword)|
      kept.each { |value| assert_empty violations(type, value), "#{keyword} #{value.inspect}" }
      broken.each { |value| assert_equal [['$', keyword]], violations(type, value), "#{keyword} #{value.inspect}" }
    end
  end

  def test_a_message_has_the_pattern_as_the_spec_spells_it
    { string(pattern: /\A[a-z]+\z/, spelled_pattern: '^[a-z]+$') => 'must match ^[a-z]+$',
      string(pattern: %r{a/\d}) => 'must match a/\\d' }.each do |type, message|
      report = Report.new
      type.check('A', report)
      assert_equal [message], report.issues.map(&:message)
    end
  end

  def test_a_limit_of_one_is_singular
    { [string(min_length: 1), ''] => 'must have at least 1 character',
      [string(max_length: 2), 'abc'] => 'must have at most 2 characters',
      [list(any, max_items: 1), [1, 2]] => 'must have at most 1 item',
      [map(any, min_properties: 1), {}] => 'must have at least 1 property',
      [integer(minimum: 1), 0] => 'must be at least 1' }.each do |(type, value), message|
      report = Report.new
      type.check(value, report)
      assert_equal [message], report.issues.map(&:message)
    end
  end

  def test_a_string_that_is_too_long_is_not_matched
    type = string(max_length: 20, pattern: /\A(?:a|aa)+(?:b|bb)+\z/)
    assert_equal [['$', 'maxLength']], violations(type, "#{'a' * 60}!")
    assert_equal [['$', 'pattern']], violations(type, 'b')
  end

  def test_items_of_any_size_are_compared
    numbers = [LONG, '1e99999', '1e99998', '1e-99999'].map { |text| ExactNumber.new(text) }
    assert_empty violations(list(any, unique_items: true), numbers)
    assert_equal [['$', 'uniqueItems']],
                 violations(list(any, unique_items: true), [*numbers, ExactNumber.new('10e99998')])
    assert_equal [['$', 'uniqueItems']], violations(list(any, unique_items: true), [BigDecimal('0.50'), 0.5])
  end

  def test_all_violations_are_reported
    type = list(string(min_length: 2), max_items: 1, unique_items: true)
    assert_equal [['$', 'maxItems'], ['$', 'uniqueItems'], ['$[0]', 'minLength'], ['$[1]', 'minLength']],
                 violations(type, %w[a a])
    assert_equal [['$', 'maxItems'], ['$[0]', 'type'], ['$[1]', 'minLength']], violations(type, [5, 'a'])
  end
end
