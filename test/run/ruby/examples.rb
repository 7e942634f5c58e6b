# frozen_string_literal: true

require "json"

# An example of the models' behavior: its name, and the expected and actual result. Prints a JSON line, with the
# difference if there is one.
#
#   example("an absent field is nil") { [nil, session.label] }
def example(name)
  expected, actual = yield
  puts JSON.generate({ name: name, wrong: expected == actual ? nil : "#{actual.inspect} is not #{expected.inspect}" })
rescue StandardError => e
  puts JSON.generate({ name: name, wrong: e.full_message(highlight: false) })
end

# The error raised in the block.
def error
  yield
  nil
rescue StandardError => e
  e
end
