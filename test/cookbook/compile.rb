# frozen_string_literal: true

# Compiles every Ruby file below the current folder, as `ruby -wc` does. Silence means that all is well.

Dir.glob("**/*.rb").sort.each do |path|
  RubyVM::InstructionSequence.compile_file(path)
rescue SyntaxError => e
  warn e.message
end
