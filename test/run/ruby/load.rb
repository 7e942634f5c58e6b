# frozen_string_literal: true

# Loads a file of the current folder and nothing else.
#
# ruby -w load.rb FILE

require File.expand_path(ARGV.fetch(0))
