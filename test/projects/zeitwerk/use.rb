# frozen_string_literal: true

require 'acme'
require 'json'

Zeitwerk::Loader.eager_load_all if ARGV.include?('eager')
order = Acme::Shared::Order.new(
  id: 1, status: 'paid', total: '7.250', ordered_at: '2025-03-01T10:00:00Z', payment: { kind: 'card', number: '42' },
  customer: { name: 'Ada', token: { value: 'a' }, orders: [] }
)
puts order.to_json
puts Acme::Shared::OAuthToken.name, Acme::Shared::HRISModel.name, Acme::Shared::V2Address.name
