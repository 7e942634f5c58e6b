# frozen_string_literal: true

Gem::Specification.new do |spec|
  spec.name = 'acme'
  spec.version = '1.0.0'
  spec.summary = 'Models of the API'
  spec.authors = ['Acme']
  spec.required_ruby_version = '>= 3.1'
  spec.metadata['rubygems_mfa_required'] = 'true'
end
