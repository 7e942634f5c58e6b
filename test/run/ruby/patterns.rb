# frozen_string_literal: true

# Prints which strings match which regular expressions: `{ patterns, texts }` comes in as JSON, with the patterns as Ruby code;
# an array of an array of booleans goes out.

require "json"

input = JSON.parse($stdin.read)
patterns = input["patterns"].map { |source| eval(source, binding, "pattern #{source}") } # rubocop:disable Security/Eval
puts JSON.generate(patterns.map { |pattern| input["texts"].map { |text| pattern.match?(text) } })
