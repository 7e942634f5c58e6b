# Prints the top-level constants that are not modules, and so cannot be reopened with `module`.
$VERBOSE = nil
%w[date json set time bigdecimal].each do |library|
  require library
rescue LoadError
  nil # The library is not in this build of Ruby.
end

def module?(name)
  Object.const_get(name).instance_of?(Module)
rescue LoadError, StandardError
  false # It is only loaded with a separate gem.
end

puts Object.constants.reject { |name| module?(name) }.sort
