# frozen_string_literal: true

# Runs consumers, and reads documents with the classes: JSON lines `{ model, json }`, `{ consumer, json }` or `{ consumer }`
# come in, and as many answers go out.
#
# ruby runner.rb FOLDER: with the projects and the consumers

require "json"

FOLDER = ARGV.fetch(0)
Dir.glob("#{FOLDER}/*/lib/**/models.rb").sort.each { |path| require path }

def receive(model, json)
  Object.const_get(model).from_json(json).validate.empty? ? "accepted" : "invalid"
rescue StandardError => e
  raise unless e.respond_to?(:issues)

  "rejected"
end

# The constant of a consumer's file is only there while the file is loaded.
def load_consumer(path)
  load "#{FOLDER}/consumers/#{path}"
  Object.send(:remove_const, :Consumer).new
end

def run(path, json)
  consumer = load_consumer(path)
  if json
    consumer.readers
    return { trace: consumer.run(json).inspect }
  end

  { variants: consumer.variants.transform_values { |make| made(make) } }
rescue StandardError => e
  { failure: "#{e.class}: #{e.message}" }
end

def made(make)
  value = make.call
  { json: value.to_json, violations: value.validate.map { |issue| "#{issue.path} #{issue.keyword}" } }
rescue StandardError => e
  { failure: "#{e.class}: #{e.message}" }
end

$stdin.set_encoding(Encoding::UTF_8)
$stdin.each_line do |line|
  request = JSON.parse(line)
  answer = request["consumer"] ? run(request["consumer"], request["json"]) : receive(request["model"], request["json"])
  puts JSON.generate(answer)
end
