# frozen_string_literal: true

require_relative 'helper'

class TypesTest < RuntimeTest
  # Per type: JSON that it reads, with the value, and JSON that it rejects.
  CASES = {
    string: [{ '' => '', 'é' => 'é' }, [nil, 1, true, [], "\xFF"]],
    boolean: [{ true => true, false => false }, [nil, 0, 'true', {}]],
    integer: [{ 1 => 1, 1.0 => 1, 2**70 => 2**70 }, [nil, 1.5, '1', Float::NAN, Float::INFINITY, true]],
    int32: [{ (2**31) - 1 => (2**31) - 1, -(2**31) => -(2**31) }, [2**31, -(2**31) - 1, 1.5]],
    long: [{ (2**63) - 1 => (2**63) - 1, -(2**63) => -(2**63) }, [2**63, -(2**63) - 1, 1e300]],
    number: [{ 1 => 1, 1.5 => 1.5, 10**308 => 10**308 }, [nil, '1', 10**309, Float::INFINITY, Float::NAN]],
    float: [{ 1.5 => 1.5, 3.4028234663852886e38 => 3.4028234663852886e38 }, [3.5e38, 10**39, '1']],
    decimal: [{ '0.10' => BigDecimal('0.1'), 1.5 => BigDecimal('1.5'), 7 => BigDecimal(7), '-0' => BigDecimal(0),
                '1e9999' => BigDecimal('1e9999') },
              [nil, true, '', '+1', '.5', '1.', '01', '1_0', ' 1', '1e10000', '1e-10000', 'NaN', Float::NAN, "\xFF".b]],
    date: [{ '2024-02-29' => Date.new(2024, 2, 29), '0000-01-01' => Date.new(0, 1, 1, Date::GREGORIAN) },
           [nil, 1, '2024-02-30', '2024-2-3', '2024-00-01', '10000-01-01', '-001-01-01', '2024-02-29T00:00:00Z']],
    date_time: [{ '2024-02-29T12:30:00Z' => DateTime.new(2024, 2, 29, 12, 30),
                  '2024-01-01t00:00:00.5-18:00' => DateTime.new(2024, 1, 1, 0, 0, 0.5, '-18:00') },
                [nil, 0, '2024-02-29', '2024-02-30T00:00:00Z', '2024-01-01T24:00:00Z', '2024-01-01T00:00:00',
                 '2024-01-01T00:00:00+18:01', '2024-01-01T00:00:00+19:00']],
    bytes: [{ '' => '', '/wA=' => "\xFF\x00".b }, [nil, 1, '/wA', 'aGl=', 'a b=', 'é']]
  }.freeze

  CASES.each do |name, (read, rejected)|
    define_method("test_#{name}_reads_and_writes_its_values") do
      type = public_send(name)
      read.each do |json, value|
        assert_equal value, read(type, json)
        assert type.holds?(read(type, json))
        assert_equal value, read(type, type.write(read(type, json)))
        assert_empty violations(type, value)
      end
    end

    define_method("test_#{name}_rejects_everything_else") do
      type = public_send(name)
      rejected.each { |json| assert_equal 1, rejections(type, json).length, json.inspect }
    end
  end

  def test_exact_numbers
    assert_equal 100, read(integer, ExactNumber.new('1e2'))
    assert_equal ['$ must be an integer, not a number'], rejections(integer, ExactNumber.new('1e99999'))
    assert_equal 0.1, read(number, ExactNumber.new('0.1000000000000000055'))
    assert_equal 1, rejections(number, ExactNumber.new('1e400')).length
    assert_equal LONG, read(decimal, LONG).to_s('F')
    assert_equal ['$ must have a smaller exponent'], rejections(decimal, ExactNumber.new('1e10000'))
  end

  # A model with fields of all types that hold numbers, and others.
  class Numbers
    include Modelwright::Runtime::Model

    attr_reader :number, :integer, :long, :any, :price, :exact, :map, :either

    def initialize(number: OMITTED, integer: OMITTED, long: OMITTED, any: OMITTED, price: OMITTED, exact: OMITTED,
                   map: OMITTED, either: OMITTED, additional_properties: {})
      super({ number:, integer:, long:, any:, price:, exact:, map:, either: }, additional_properties)
    end

    fields do
      optional 'number', number
      optional 'integer', integer
      optional 'long', long
      optional 'any', any
      optional 'price', decimal
      optional 'exact', decimal(as: :number)
      optional 'map', map(list(decimal))
      optional 'either', Either
    end
  end

  module Either
    extend Modelwright::Runtime::Union

    class Unknown < Modelwright::Runtime::UnknownMember; end

    members do
      member boolean
      member decimal
    end
  end

  def test_a_big_decimal_is_a_number_of_json_in_every_field
    text = '{"number":1.5,"integer":2.0,"long":9007199254740993.0,"any":{"a":[0.5,1e400]},"price":1.5,"exact":2.5,' \
           '"map":{"a":[1.5]},"either":3.5,"unknown":[0.25]}'
    read = Numbers.from_h(JSON.parse(text, decimal_class: BigDecimal))
    assert_equal [1.5, 2, 9_007_199_254_740_993, BigDecimal('1.5')], [read.number, read.integer, read.long, read.price]
    assert_equal text.gsub('2.0', '2').gsub('993.0', '993'), read.to_json
    assert_equal read, Numbers.from_json(text)
  end

  def test_a_big_decimal_is_taken_for_every_number
    given = BigDecimal('1.50')
    built = Numbers.new(number: given, integer: BigDecimal('2'), any: [given], price: given, exact: given,
                        either: given, additional_properties: { 'more' => given })
    assert_equal '{"number":1.5,"integer":2,"any":[1.5],"price":"1.5","exact":1.5,"either":"1.5","more":1.5}',
                 built.to_json
    assert_equal built, Numbers.from_json(built.to_json)
    assert_raises(ArgumentError) { Numbers.new(integer: given) }
  end

  def test_what_to_h_gives_can_be_read
    %w[0.1234567890123456 1234567890123456.7 0.30000000000000004 12345678901234567890 1.10
       0.12345678901234567890].each do |number|
      text = '{"price":N,"exact":N,"map":{"a":[N]},"either":N,"any":N}'.gsub('N', number)
      [Numbers.from_json(text), Numbers.new(price: number, exact: number, either: number)].each do |model|
        assert_equal model, Numbers.from_h(model.to_h)
        assert_equal model.to_json, Numbers.from_h(model.to_h).to_json
      end
    end
  end

  def test_a_union_keeps_the_zeros_of_a_decimal_in_a_string
    assert_equal '{"price":"1.50","either":"1.50"}', Numbers.new(price: '1.50', either: '1.50').to_json
  end

  def test_a_float_that_may_have_been_rounded_is_no_decimal
    [0.30000000000000004, 1_234_567.8901234567, 1.2345678901234567e-300].each do |float|
      assert_match(/\A\$ must be a String or BigDecimal/, rejections(decimal, float)[0])
      assert_equal BigDecimal(float.to_s), decimal.read(float, Report.new(data: false))
    end
    [0.3, 1e30, 123_456_789.012345, -1.5e-300, 0.0].each do |float|
      assert_equal BigDecimal(float.to_s), read(decimal, float)
    end
  end

  def test_values_not_written_as_read_are_flagged
    { integer => 1.0, decimal => '1.50', number => ExactNumber.new('1e-400'), constant(1) => 1.0,
      date_time => '2024-01-01T00:00:00.10Z' }.each { |type, json| assert rewritten?(type, json), json.inspect }
    [1.5, '1e2', '1.0'].each { |json| assert rewritten?(decimal, json), json.inspect }
    { integer => 1, decimal => '1.5', number => 1.5, constant(1) => 1, bytes => 'aGk=',
      date_time => '2024-01-01T00:00:00.1Z' }.each { |type, json| refute rewritten?(type, json), json.inspect }
  end

  def test_constants
    assert_equal 7, read(constant(7), 7.0)
    assert_equal ['$ must be 7'], rejections(constant(7), '7')
    assert_equal [['$', 'const']], violations(constant('a'), 'b')
  end

  def test_nothing_and_any
    assert_equal ['$ is not a field of the model'], rejections(nothing, 1)
    [[nil], [1], ['a'], [{ 'a' => nil }]].each { |json| assert_equal json, read(any, json) }
  end

  def test_nullable
    assert_nil read(nullable(string), nil)
    assert_equal 'a', read(nullable(string), 'a')
    assert_equal ['$ must be a string, not a number'], rejections(nullable(string), 1)
    assert_equal [true, false, true], [nullable(string), string, any].map(&:nullable?)
  end

  def test_lists_and_maps
    type = map(list(nullable(date)))
    value = { 'a' => [Date.new(2024, 1, 1), nil], 'b c' => [] }
    json = { 'a' => ['2024-01-01', nil], 'b c' => [] }
    assert_equal value, read(type, json)
    assert_equal json, type.write(value)
    assert_equal ['$.a[1] must be a date: 2025-12-31, not a number', '$["b c"] must be an array, not null'],
                 rejections(type, { 'a' => [nil, 1], 'b c' => nil })
    assert_equal [['$.a[0]', 'type']], violations(type, { 'a' => ['2024-01-01'] })
  end

  def test_arguments_are_copied_by_type
    assert_equal ["\xFF", true], bytes.take(+"\xFF", Report.new).then { |copy| [copy, copy.frozen?] }
    report = Report.new
    list(map(string)).take([{ 'a' => "\xFF" }], report)
    map(list(nullable(number))).take({ 'b' => [nil, Float::NAN] }, report)
    assert_equal ['$[0].a must be valid UTF-8', '$.b[1] must be a finite number, not NaN'], report.issues.map(&:to_s)
  end

  def test_the_json_form_of_a_value_is_accepted
    { date => ['2024-02-29', Date.new(2024, 2, 29)],
      date_time => ['2024-02-29T12:00:00Z', DateTime.new(2024, 2, 29, 12)],
      decimal => ['1.50', BigDecimal('1.5')],
      integer => [2.0, 2],
      list(map(date)) => [[{ a: '2024-02-29' }], [{ 'a' => Date.new(2024, 2, 29) }]] }.each do |type, (given, expected)|
      report = Report.new
      assert_equal expected, type.take(given, report)
      assert_empty report.issues
    end
  end

  def test_values_of_the_wrong_type_are_issues
    { list(string) => 'not a list', map(string) => [], string => :symbol, number => '1', date => DateTime.new(2024),
      integer => 1.5, boolean => 'true', nothing => 1 }.each do |type, given|
      report = Report.new
      assert_nil type.take(given, report)
      assert_equal 1, report.issues.length, given.inspect
    end
  end

  private

  def rewritten?(type, json)
    report = Report.new
    report.rewritten? { type.read(json, report) }
  end
end
