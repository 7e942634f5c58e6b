# frozen_string_literal: true

require 'zeitwerk'

# What the gem is.
module Acme
  loader = Zeitwerk::Loader.for_gem
  loader.push_dir(File.expand_path('../generated/lib', __dir__))
  loader.setup
end
