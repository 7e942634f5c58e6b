# frozen_string_literal: true

# Compiles every Ruby file below the current folder, RBI included, as `ruby -wc` does, and loads every model and lets it read.
# Prints nothing if everything is fine.
#
# ruby -w check.rb [CLASSES]: the classes that cannot be loaded

Dir.glob("**/*.{rb,rbi}").sort.each do |path|
  RubyVM::InstructionSequence.compile_file(path)
rescue SyntaxError => e
  warn e.message
end

# @return [Array<Module>] everything in a module that the entry file loads
def models_of(entry)
  modules = File.read(entry).scan(/^module (\S+)$/).flatten.map { |name| Object.const_get(name) }
  modules.flat_map { |each| (each.constants.map(&:to_s) - ARGV).sort.map { |name| each.const_get(name) } }
end

Dir.glob("**/lib/**/models.rb").sort.each do |entry|
  require File.expand_path(entry)
  models_of(entry).each do |model|
    ["{}", "null", '"PWNED"', "[1]", '{"__proto__": {"PWNED": 1}}'].each do |json|
      value = model.from_json(json)
      next unless value.respond_to?(:validate)

      value.validate
      warn "#{model} writes #{json} as #{value.to_json}" unless JSON.parse(value.to_json) == JSON.parse(json)
    rescue StandardError => e
      raise unless e.respond_to?(:issues)
    end
  end
end
