/** Names that Ruby models avoid: they get a `_` appended, in docs and classes alike. */
import { wordList } from "../../names/reserved.js";

/** Ruby's keywords, which are not used as file names either. */
const keywords = `
  __ENCODING__ __LINE__ __FILE__ BEGIN END alias and begin break case class def defined? do else elsif end ensure false for
  if in module next nil not or redo rescue retry return self super then true undef unless until when while yield`;

/** Names of Ruby's implicit block parameters, which must not be assigned. */
const numberedParameters = "_1 _2 _3 _4 _5 _6 _7 _8 _9";

/** Names that the support code of the models defines or uses. */
const methodsOfModels =
  "_source additional_properties as_json deconstruct_keys hash initialize inspect to_h to_json to_s validate with";

/**
 * Methods of every object that Ruby, the support code or common libraries call; an attribute of that name would break the
 * object. `method` is not included: it is a documented field.
 */
const methodsOfObjects = `
  __id__ __send__ clone define_singleton_method display dup enum_for extend freeze initialize_clone initialize_copy
  initialize_dup instance_eval instance_exec instance_variable_get instance_variable_set instance_variables itself
  method_missing methods object_id private_methods protected_methods public_method public_methods public_send
  remove_instance_variable send singleton_class singleton_method singleton_methods tap to_enum yield_self`;

/** Methods that Ruby calls implicitly to convert objects: `puts` calls `to_ary`, `**` calls `to_hash`. */
const conversions = `
  coerce exception marshal_dump marshal_load to_a to_ary to_hash to_int to_io to_open to_path to_proc to_regexp to_str to_sym`;

/**
 * Reserved attribute names (format §3.4): keywords, the documented family's reserved words, and methods that must not be
 * overridden.
 */
export const fieldWords = wordList(
  keywords,
  "fields str sig",
  numberedParameters,
  methodsOfModels,
  methodsOfObjects,
  conversions,
);

/** Reserved class names: models refer to this constant. */
export const classWords = wordList("OMITTED");

/** Reserved constant names of an enum: `BEGIN` and `END` are keywords. */
export const memberWords = wordList("BEGIN END");

export const fileWords = wordList(keywords);

/** Reserved namespaces: their module would be the support module. */
export const namespaceWords = wordList("model_support");

/** Top-level constants of Ruby and of the models' libraries that are not modules, so that no module can have their name. */
export const topLevelConstants = wordList(`
  ARGF ARGV Array BasicObject BigDecimal Bignum Binding Class Complex ConditionVariable CROSS_COMPILING Data Date DateTime
  Dir ENV Encoding Enumerator Exception FalseClass Fiber File Fixnum Float Hash IO Integer Interrupt MatchData Method Module
  Monitor Mutex NilClass Numeric Object OpenStruct Proc Queue Ractor Random Range Rational Refinement Regexp RubyVM STDERR
  STDIN STDOUT Set SignalException SizedQueue SortedSet StopIteration String Struct Symbol SystemExit Thread ThreadGroup Time
  TOPLEVEL_BINDING TracePoint TrueClass UnboundMethod`);

/** More of them, as regular expressions: error classes, and constants that describe Ruby itself. */
export const topLevelFamilies: readonly string[] = ["[A-Z][A-Za-z]*Error", "RUBY_[A-Z_]+", "RUBYGEMS_[A-Z_]+"];
