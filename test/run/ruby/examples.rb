# frozen_string_literal: true

require "json"

# An example of what the models do: its name, and what it should give beside what it gives. Prints a JSON line, with what is
# wrong if anything is.
#
#   example("an absent field is nil") { [nil, session.label] }
def example(name)
  expected, actual = yield
  puts JSON.generate({ name: name, wrong: expected == actual ? nil : "#{actual.inspect} is not #{expected.inspect}" })
rescue StandardError => e
  puts JSON.generate({ name: name, wrong: e.full_message(highlight: false) })
end

# What is raised in the block.
def error
  yield
  nil
rescue StandardError => e
  e
end
