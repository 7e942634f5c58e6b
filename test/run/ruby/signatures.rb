# frozen_string_literal: true

# Lists the methods in a tree's code or signatures, as a JSON array: `Acme::Shared::Cat#name`.
#
# ruby signatures.rb rb|rbi|rbs MODULE: lists the code, the RBI or the RBS; MODULE contains everything

require "json"

# Replaces Sorbet, so that Ruby can run RBI files.
module T
  module Sig
    def sig = nil
  end

  def self.let(value, _type) = value
  def self.unsafe(value) = value
end

def methods_below(namespace, inherited: false)
  modules = namespace.constants(false).map { |name| namespace.const_get(name) }.grep(Module)
  modules.select { |each| each.name&.start_with?("#{namespace}::") }.flat_map do |each|
    instance = each.instance_methods(inherited) + each.private_instance_methods(inherited)
    [*instance.map { |name| "#{each}##{name}" }, *each.singleton_methods(inherited).map { |name| "#{each}.#{name}" },
     *methods_below(each, inherited: inherited)]
  end
end

def methods_in_rbs(declarations, outer = [])
  declarations.flat_map do |declaration|
    next [] unless declaration.respond_to?(:members)

    name = [*outer, declaration.name].join("::")
    members = declaration.members
    methods = members.grep(RBS::AST::Members::MethodDefinition).map do |member|
      "#{name}#{member.kind == :singleton ? "." : "#"}#{member.name}"
    end
    readers = members.grep(RBS::AST::Members::AttrReader).map { |member| "#{name}##{member.name}" }
    methods + readers + methods_in_rbs(members.grep(RBS::AST::Declarations::Base), [*outer, declaration.name])
  end
end

kind, namespace = ARGV
files = Dir.glob("{lib,rbi,sig}/**/*.#{kind}").sort_by { |path| [path.count("/"), path] }
methods =
  if kind == "rbs"
    require "rbs"
    files.flat_map { |path| methods_in_rbs(RBS::Parser.parse_signature(File.read(path))) }
  else
    files.each { |path| kind == "rb" ? require(File.expand_path(path)) : load(File.expand_path(path)) }
    methods_below(Object.const_get(namespace), inherited: kind == "rb")
  end
puts JSON.generate(methods.uniq.sort)
