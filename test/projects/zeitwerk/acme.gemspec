# frozen_string_literal: true

Gem::Specification.new do |spec|
  spec.name = 'acme'
  spec.version = '1.0.0'
  spec.summary = 'Models of the API'
  spec.authors = ['Acme']
  spec.required_ruby_version = '>= 3.1'
  spec.files = Dir['{lib,generated}/**/*.{rb,rbi,rbs}']
  spec.require_paths = ['lib', 'generated/lib']
  spec.add_dependency 'bigdecimal', '>= 3.1', '< 5'
  spec.add_dependency 'zeitwerk', '~> 2.6'
end
