# frozen_string_literal: true

# Loads a tree with Zeitwerk, eagerly, and again after a reload; prints the number of classes with matching file names.
#
# ruby zeitwerk.rb plain|active_support LIB entry|alone: the inflector; whether the entry file is required first
# ruby zeitwerk.rb names: reads lines with a file and a constant, prints those that no inflector derives from each other

verbose = $VERBOSE
$VERBOSE = nil # The gems cause warnings.
require "zeitwerk"
require "active_support"
require "active_support/inflector"
$VERBOSE = verbose

# Rails' own.
class RailsInflector
  def camelize(basename, _path) = basename.camelize
end

INFLECTORS = { "plain" => Zeitwerk::Inflector.new, "active_support" => RailsInflector.new }.freeze

if ARGV == ["names"]
  pairs = $stdin.each_line(chomp: true).map(&:split)
  puts pairs.reject { |file, name| INFLECTORS.each_value.all? { |inflector| inflector.camelize(file, "") == name } }.map { |pair| pair.join(" ") }
  exit
end

inflector, lib, entry = ARGV
Dir.glob("#{lib}/**/models.rb") { |file| require File.expand_path(file) } if entry == "entry"
loader = Zeitwerk::Loader.new
loader.inflector = INFLECTORS.fetch(inflector)
loader.push_dir(File.expand_path(lib))
loader.enable_reloading
loader.setup
2.times do
  loader.eager_load
  Dir.glob("**/*.rb", base: lib) do |file|
    path = file.delete_suffix(".rb").split("/").map { |part| INFLECTORS.fetch(inflector).camelize(part, "") }
    constant = path.inject(Object) { |outer, name| outer.const_get(name, false) }
    puts constant if constant.name != path.join("::")
  end
  loader.reload
end
