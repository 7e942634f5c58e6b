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
    refused = [nil, {}, 1, :"{}"].map { |json| assert_raises(ReadError) { Line.from_json(json) }.issues.map(&:to_s) }
    classes = %w[NilClass Hash Integer Symbol]
    assert_equal classes.map { |name| ["$ must be JSON in a String, not an instance of #{name}"] }, refused
  end

  def test_absent_null_and_a_value_are_three_things
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

  def test_what_json_cannot_hold_is_refused_with_its_field
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

  def test_a_copy_changes_only_what_is_said
    point = Point.from_json('{"x":1.50,"the note":"a","z":1.0}')
    assert_equal '{"x":1.5,"the note":"b","z":1.0}', point.with(note: 'b').to_json
    assert_equal '{"x":1.5,"z":1.0}', point.with(note: Point::OMITTED).to_json
    assert_equal '{"x":1.5,"the note":"a","y":2}', point.with(additional_properties: { y: 2 }).to_json
  end

  def test_it_is_a_value
    assert_equal Point.new(x: 1), Point.new(x: 1.0)
    refute_operator Point.new(x: 1), :eql?, Point.new(x: 1.0)
    assert_equal Point.new(x: 1).hash, Point.from_json('{"x":1}').hash
    assert Ractor.shareable?(Line.new(from: Point.new(x: 1), photo: +'a'))
    shown = Point.new(x: 1, additional_properties: { a: 2 }).inspect.gsub(' => ', '=>')
    assert_equal '#<ModelTest::Point x=1, additional_properties={"a"=>2}>', shown
    assert((Point.new(x: 1) in { x: Integer, **nil }))
  end

  def test_validate_finds_what_is_not_declared
    line = Line.new(from: Point.new(x: '1', note: 5, additional_properties: { 'a' => 'b' }), to: 5)
    assert_equal [['$.from.x', 'type'], ['$.from["the note"]', 'type'], ['$.from.a', 'type'], ['$.to', 'type']],
                 line.validate.map { |issue| [issue.path, issue.keyword] }
    assert_predicate Line.new(from: Point.new(x: 1)), :valid?
  end
end
