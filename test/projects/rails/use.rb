# frozen_string_literal: true

require_relative 'config/environment'

Rails.autoloaders.main.eager_load

PLAIN = '{"id":9007199254740993,"ordered_at":"2025-03-01T10:00:00.500+02:00","status":"new","total":"7.25",' \
        '"customer":{"name":"A<d>a"},"x":1.0,"more":[null,1.10,12345678901234567890.25,1e400]}'
order = Acme::Shared::Order.from_json(PLAIN)
puts order.to_json, [order].to_json == ActiveSupport::JSON.encode([order]), JSON.generate([order]) == "[#{order.to_json}]"
puts ActiveSupport::JSON.encode(order), ActiveSupport::JSON.encode({ orders: [order], status: order.status })
puts order.deep_dup == order, order.blank?, order.status.blank?, order.status.presence == 'new'
puts [order].as_json == [order.to_h], order.status.in?(%w[new paid])

zone = ActiveSupport::TimeZone['Berlin'].local(2025, 3, 1, 11)
puts order.with(ordered_at: zone).to_h['ordered_at']
params = ActiveSupport::HashWithIndifferentAccess.new(name: 'Ada', token: { value: 'a' })
puts order.with(customer: params).customer.to_json

app = Rack::MockRequest.new(Rails.application)
Rails.application.routes.draw do
  get '/orders' => ->(_) { [200, { 'Content-Type' => 'application/json' }, [{ order: order }.to_json]] }
end
puts app.get('/orders', 'HTTP_HOST' => 'localhost').body

before = Acme::Shared::Order
Rails.application.reloader.reload!
puts Acme::Shared::Order.equal?(before), Acme::Shared::Order.from_json(PLAIN).id
