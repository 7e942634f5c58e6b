# frozen_string_literal: true

Dir.glob('*_test.rb', base: __dir__).sort.each { |file| require_relative file }
