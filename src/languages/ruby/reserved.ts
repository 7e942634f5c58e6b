/** Names that Ruby models keep clear of: those get a `_` appended, in docs and classes alike. */
import { wordList } from "../../names/reserved.js";

/** Ruby's keywords, which a file is not named after either. */
const keywords = `
  __ENCODING__ __LINE__ __FILE__ BEGIN END alias and begin break case class def defined? do else elsif end ensure false for
  if in module next nil not or redo rescue retry return self super then true undef unless until when while yield`;

/** Names of block parameters that Ruby gives itself, and that it lets nobody else give. */
const numberedParameters = "_1 _2 _3 _4 _5 _6 _7 _8 _9";

/** What the support code of the models defines or keeps. */
const methodsOfModels =
  "_source additional_properties as_json deconstruct_keys hash initialize inspect to_h to_json to_s validate with";

/**
 * Methods of every object that Ruby, the support code or common libraries call, so that an attribute of the name would break
 * the object. `method` is not among them: it is a documented field.
 */
const methodsOfObjects = `
  __id__ __send__ clone define_singleton_method display dup enum_for extend freeze initialize_clone initialize_copy
  initialize_dup instance_eval instance_exec instance_variable_get instance_variable_set instance_variables itself
  method_missing methods object_id private_methods protected_methods public_method public_methods public_send
  remove_instance_variable send singleton_class singleton_method singleton_methods tap to_enum yield_self`;

/** Methods by which Ruby converts objects unasked: `puts` calls `to_ary`, `**` calls `to_hash`. */
const conversions = `
  coerce exception marshal_dump marshal_load to_a to_ary to_hash to_int to_io to_open to_path to_proc to_regexp to_str to_sym`;

/** What an attribute must not be called (format §3.4): keywords, words of the documented family, methods that must stay. */
export const fieldWords = wordList(
  keywords,
  "fields str sig",
  numberedParameters,
  methodsOfModels,
  methodsOfObjects,
  conversions,
);

/** What a class must not be called: models name this constant. */
export const classWords = wordList("OMITTED");

/** What a constant of an enum must not be called: `BEGIN` and `END` are keywords. */
export const memberWords = wordList("BEGIN END");

export const fileWords = wordList(keywords);

/** What a namespace must not be called: its module would be that of the code which all models share. */
export const namespaceWords = wordList("model_support");

/** What stands at Ruby's top level and is no module, with the libraries of the models, so that no module can be called so. */
export const topLevelConstants = wordList(`
  ARGF ARGV Array BasicObject BigDecimal Bignum Binding Class Complex ConditionVariable CROSS_COMPILING Data Date DateTime
  Dir ENV Encoding Enumerator Exception FalseClass Fiber File Fixnum Float Hash IO Integer Interrupt MatchData Method Module
  Monitor Mutex NilClass Numeric Object OpenStruct Proc Queue Ractor Random Range Rational Refinement Regexp RubyVM STDERR
  STDIN STDOUT Set SignalException SizedQueue SortedSet StopIteration String Struct Symbol SystemExit Thread ThreadGroup Time
  TOPLEVEL_BINDING TracePoint TrueClass UnboundMethod`);

/** Beside them, as regular expressions: the errors, and what Ruby says of itself. */
export const topLevelFamilies: readonly string[] = ["[A-Z][A-Za-z]*Error", "RUBY_[A-Z_]+", "RUBYGEMS_[A-Z_]+"];
