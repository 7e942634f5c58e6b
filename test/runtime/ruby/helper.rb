# frozen_string_literal: true

require 'bigdecimal'
require 'minitest/autorun'
require_relative '../../../templates/ruby/runtime/model_support'

# What the tests of the runtime share. The runtime is tested in place, in the placeholder module that copies replace
# with the target's module.
class RuntimeTest < Minitest::Test
  include Modelwright::Runtime
  include Modelwright::Runtime::Types

  # A decimal number with more digits than a Float can hold.
  LONG = "0.#{'9' * 10_001}".freeze

  private

  # @return [Object] what a type reads from JSON
  def read(type, json)
    report = Report.new
    value = type.read(json, report)
    assert_empty report.issues.map(&:to_s), "#{json.inspect} should be read"
    value
  end

  # @return [Array<String>] the issues of JSON for a type
  def rejections(type, json)
    report = Report.new
    type.read(json, report)
    report.issues.map(&:to_s)
  end

  # @return [Array<Array<String>>] the path and keyword of each violation in a value
  def violations(type, value)
    report = Report.new
    type.check(value, report)
    report.issues.map { |issue| [issue.path, issue.keyword] }
  end
end
