# frozen_string_literal: true

require_relative 'helper'

# Unions that hold themselves take steps that grow with the data, not with the number of ways through it.
class UnionStepsTest < RuntimeTest
  # A string that counts how often it is looked at.
  class Counted < Modelwright::Runtime::StringType
    class << self
      attr_accessor :steps
    end
    self.steps = 0

    %i[read take check write holds?].each do |name|
      define_method(name) do |*arguments|
        self.class.steps += 1
        super(*arguments)
      end
    end
  end

  class First
    include Modelwright::Runtime::Model

    def initialize(name: OMITTED, child: OMITTED, additional_properties: {})
      super({ name:, child: }, additional_properties)
    end

    fields do
      optional 'name', Counted.new
      optional 'child', Tree
    end
  end

  class Second
    include Modelwright::Runtime::Model

    def initialize(name:, child: OMITTED, additional_properties: {})
      super({ name:, child: }, additional_properties)
    end

    fields do
      required 'name', Counted.new
      optional 'child', list(Tree)
    end
  end

  module Tree
    extend Modelwright::Runtime::Union

    class Unknown < Modelwright::Runtime::UnknownMember; end

    members do
      member First
      member Second
      member list(Tree)
      member map(Tree)
    end
  end

  BOTTOMS = [{ name: 'a' }, { name: 5 }, 5, []].freeze

  def test_a_document_that_exhausts_the_stack_of_a_fiber_is_refused
    text = (1..99).inject('{}') { |inner, _| "{\"name\":\"a\",\"child\":#{inner}}" }
    assert_equal text, First.from_json(text).to_json
    error = assert_raises(ReadError) { Fiber.new { First.from_json(text) }.resume }
    assert_equal(['$'], error.issues.map(&:path))
  end

  def test_reading
    assert_few_steps { |data| Tree.from_h(data) }
  end

  def test_building
    assert_few_steps { |data| quietly { First.new(child: data) } }
  end

  def test_checking
    assert_few_steps { |data| First.from_h({ child: data }).validate }
  end

  def test_writing
    assert_few_steps { |data| First.from_h({ child: data }).to_h }
  end

  def test_what_is_built_is_what_is_read
    [nested(12, { name: 'a' }), { name: 'a', child: [] }, { other: { name: 'a' } }, { name: 'a', x: 1 }].each do |data|
      assert_equal Tree.from_h(data), First.new(child: data).deconstruct_keys(nil)[:child]
    end
  end

  private

  # Fields of either model in turn.
  def nested(depth, bottom)
    return bottom if depth.zero?

    child = nested(depth - 1, bottom)
    { name: 'a', child: (depth % 3).zero? ? [child] : child }
  end

  def quietly
    yield
  rescue ArgumentError
    nil
  end

  # Four times the depth.
  def assert_few_steps(&block)
    BOTTOMS.each do |bottom|
      few, many = [10, 40].map { |depth| steps_of(nested(depth, bottom), &block) }
      assert_operator few, :>, 0
      assert_operator many, :<=, few * 20
    end
  end

  def steps_of(data)
    Counted.steps = 0
    yield data
    Counted.steps
  end
end
