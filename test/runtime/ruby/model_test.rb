# frozen_string_literal: true

require_relative 'helper'

class ModelTest < RuntimeTest
  class Point
    include Modelwright::Runtime::Model

    attr_reader :x, :note

    def initialize(x:, note: OMITTED, additional_properties: {}) = super({ x:, note: }, additional_properties)

    fields do
      required 'x', number
      optional 'the note', nullable(string), as: :note
      additional integer
    end
  end

  class Line
    include Modelwright::Runtime::Model

    attr_reader :from, :to, :photo

    def initialize(from:, to: OMITTED, photo: OMITTED) = super({ from:, to:, photo: })

    fields do
      required 'from', Point
      optional 'to', nullable(Point)
      optional 'photo', bytes
      additional nothing
    end
  end

  def test_it_reads_and_writes
    text = '{"from":{"x":1.50,"the note":null,"z":1.0},"to":null,"photo":"/w=="}'
    line = Line.from_json(text)
    assert_equal [1.5, nil, { 'z' => 1 }], [line.from.x, line.from.note, line.from.additional_properties]
    assert_equal [nil, "\xFF".b], [line.to, line.photo]
    assert_equal JSON.parse(text), JSON.parse(line.to_json)
    assert_equal '{"x":1.5,"the note":null,"z":1.0}', JSON.generate(line.from)
    assert_equal line, Line.from_h(JSON.parse(text, symbolize_names: true))
  end

  def test_it_reads_json_from_a_string_only
    rejected = [nil, {}, 1, :"{}"].map { |json| assert_raises(ReadError) { Line.from_json(json) }.issues.map(&:to_s) }
    classes = %w[NilClass Hash Integer Symbol]
    assert_equal classes.map { |name| ["$ must be JSON in a String, not an instance of #{name}"] }, rejected
  end

  def test_absent_null_and_a_value_are_distinct
    states = ['{"x":1}', '{"x":1,"the note":null}', '{"x":1,"the note":"a"}'].map { |text| Point.from_json(text) }
    assert_equal [false, true, true], states.map { |point| point.key?(:note) }
    assert_equal 3, states.uniq.length
    assert_equal states, [Point.new(x: 1), Point.new(x: 1, note: nil), Point.new(x: 1, note: 'a')]
  end

  def test_all_issues_are_reported
    error = assert_raises(ReadError) { Line.from_json('{"from":{"the note":1,"z":"a"},"to":5,"more":1}') }
    assert_equal ['$.from.x', '$.from["the note"]', '$.from.z', '$.to', '$.more'], error.issues.map(&:path)
    assert_includes error.message, "cannot read ModelTest::Line:\n  $.from.x is missing\n"
    assert_equal ['$'], assert_raises(ReadError) { Line.from_json('[1') }.issues.map(&:path)
    assert_equal ['$'], assert_raises(ReadError) { Line.from_json("{\"\xFF\":1}") }.issues.map(&:path)
    assert_equal ['$'], assert_raises(ReadError) { Line.from_json(('[' * 101) + (']' * 101)) }.issues.map(&:path)
  end

  class Malformed
    include Modelwright::Runtime::Model

    attr_reader :half

    def initialize(half:) = super({ half: })

    fields { required "\xED\xA0\x80", number, as: :half }
  end

  def test_an_issue_may_be_at_a_malformed_key
    error = assert_raises(ReadError) { Malformed.from_json('{}') }
    assert_equal ['$["\ud800"] is missing'], error.issues.map(&:to_s)
    assert_predicate error.message, :valid_encoding?
  end

  def test_values_json_cannot_represent_are_rejected_with_their_field
    { { x: Float::NAN } => 'x must be a finite number, not NaN',
      { x: 1, note: "\xFF" } => 'note must be valid UTF-8',
      { x: 1,
        additional_properties: { 'a b' => Float::NAN } } =>
        'additional_properties["a b"] must be a finite number, not NaN',
      { x: nil, note: "\xFF" } => 'x is required; note must be valid UTF-8' }.each do |given, message|
      assert_equal message, assert_raises(ArgumentError) { Point.new(**given) }.message
    end
    assert_equal 'x is required', assert_raises(ArgumentError) { Point.new(x: 1).with(x: Point::OMITTED) }.message
    assert_equal 'ModelTest::Point has no y', assert_raises(ArgumentError) { Point.new(x: 1).with(y: 1) }.message
  end

  def test_a_copy_changes_only_the_given_fields
    point = Point.from_json('{"x":1.50,"the note":"a","z":1.0}')
    assert_equal '{"x":1.5,"the note":"b","z":1.0}', point.with(note: 'b').to_json
    assert_equal '{"x":1.5,"z":1.0}', point.with(note: Point::OMITTED).to_json
    assert_equal '{"x":1.5,"the note":"a","y":2}', point.with(additional_properties: { y: 2 }).to_json
  end

  def test_it_behaves_as_a_value
    assert_equal Point.new(x: 1), Point.new(x: 1.0)
    assert_operator Point.new(x: 1), :eql?, Point.new(x: 1.0)
    refute_operator Point.new(x: 1), :eql?, Point.new(x: 2)
    assert_equal Point.new(x: 0.0).hash, Point.new(x: -0.0).hash
    assert_equal Point.new(x: 1).hash, Point.new(x: 1.0).hash
    assert_equal Point.new(x: 1).hash, Point.from_json('{"x":1}').hash
    assert Ractor.shareable?(Line.new(from: Point.new(x: 1), photo: +'a'))
    shown = Point.new(x: 1, additional_properties: { a: 2 }).inspect.gsub(' => ', '=>')
    assert_equal '#<ModelTest::Point x=1, additional_properties={"a"=>2}>', shown
    assert((Point.new(x: 1) in { x: Integer, **nil }))
  end

  def test_values_of_the_wrong_type_are_rejected_with_their_path
    error = assert_raises(InvalidValueError) do
      Line.new(from: Point.allocate, to: { x: '1', note: 5, additional_properties: { 'a' => 'b' } }, photo: 1)
    end
    assert_kind_of ArgumentError, error
    assert_equal %w[$.to.x $.to.note $.to.additional_properties.a $.photo], error.issues.map(&:path)
    assert_equal ['type'], error.issues.map(&:keyword).uniq
    assert_equal 'from must be an object, not a number', assert_raises(ArgumentError) { Line.new(from: 5) }.message
    assert_equal 'to.x must be a number, not null',
                 assert_raises(ArgumentError) { Line.new(from: { x: 1 }).with(to: { 'x' => nil }) }.message
    assert_equal 'from.x is required', assert_raises(ArgumentError) { Line.new(from: {}) }.message
  end

  def test_a_hash_becomes_the_model
    line = Line.new(from: { x: 1, 'the note': 'a', z: 3 }, to: { 'x' => 2, 'the note' => nil })
    assert_equal Point.new(x: 1, note: 'a', additional_properties: { z: 3 }), line.from
    assert_equal Point.new(x: 2, note: nil), line.to
    assert_equal line, line.with(from: { x: 1, note: 'a', additional_properties: { z: 3 } })
    assert_equal 'from.p is not a field', assert_raises(ArgumentError) {
                                            Outer.new(from: { from: { x: 1 }, p: 1 })
                                          }.message
  end

  class Outer
    include Modelwright::Runtime::Model

    attr_reader :from

    def initialize(from:) = super({ from: })

    fields { required 'from', Line }
  end

  def test_validate_reports_violations
    assert_predicate Line.new(from: Point.new(x: 1)), :valid?
  end

  def test_a_method_named_like_a_field_is_rejected
    [-> { Outer.class_eval { def from = 1 } },
     -> { Outer.define_method(:from) { 1 } },
     -> { Outer.include(Module.new { def from = 1 }) },
     -> { Outer.prepend(Module.new { def from = 1 }) },
     -> { earlier(Class.new { def from = 1 }) },
     -> { earlier(Class.new { include(Module.new { def from = 1 }) }) }].each do |define|
      capture_io do
        assert_includes assert_raises(NameError, &define).message, ' has the field from: rename the method'
      end
    end
  end

  def test_other_methods_are_allowed
    Point.class_eval { def doubled = x * 2 }
    assert_equal 4, Point.new(x: 2).doubled
    assert_equal 7, Class.new(Point) { def x = super + 5 }.new(x: 2).x
    assert_equal 1, earlier(Class.new { def other = 1 }).new(from: Line.new(from: { x: 1 })).other
    again = Class.new { def other = 1 }
    capture_io { 2.times { earlier(again) } } # as `load` does
    assert_equal 1, again.new(from: { from: { x: 1 } }).other
  end

  private

  # Reopens an existing class as a generated file does.
  def earlier(model)
    model.class_eval do
      include Modelwright::Runtime::Model

      attr_reader :from

      define_method(:initialize) { |from:| super({ from: }) } unless private_method_defined?(:initialize, false)
      fields { required 'from', Line }
    end
    model
  end
end
