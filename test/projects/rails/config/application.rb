# frozen_string_literal: true

require 'rails'
require 'action_controller/railtie'

module Shop
  # The application.
  class Application < Rails::Application
    config.load_defaults 6.1
    config.root = File.expand_path('..', __dir__)
    config.autoload_paths << "#{root}/generated/lib"
    config.eager_load_paths << "#{root}/generated/lib"
    config.eager_load = ENV['RAILS_ENV'] == 'production'
    config.secret_key_base = 'secret'
    config.logger = Logger.new(IO::NULL)
  end
end
