# frozen_string_literal: true

require 'bigdecimal'
require 'minitest/autorun'
require_relative '../../../templates/ruby/runtime/model_support'

# What the tests of the code that generated classes share have in common. It runs in place, in the module that a copy's
# module stands in for.
class RuntimeTest < Minitest::Test
  include Modelwright::Runtime
  include Modelwright::Runtime::Types

  # A decimal number with more digits than any Float has.
  LONG = "0.#{'9' * 10_001}".freeze

  private

  # @return [Object] what a type reads from JSON
  def read(type, json)
    report = Report.new
    value = type.read(json, report)
    assert_empty report.issues.map(&:to_s), "#{json.inspect} should be read"
    value
  end

  # @return [Array<String>] what is wrong with JSON for a type
  def refusals(type, json)
    report = Report.new
    type.read(json, report)
    report.issues.map(&:to_s)
  end

  # @return [Array<Array<String>>] the path and the keyword of what is wrong with a value
  def violations(type, value)
    report = Report.new
    type.check(value, report)
    report.issues.map { |issue| [issue.path, issue.keyword] }
  end
end
