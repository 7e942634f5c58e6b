/** Names that Ruby models keep clear of: those get a `_` appended, in docs and classes alike. */
import { wordList } from "../reserved.js";

/** Ruby's keywords, which a file is not named after either. */
const keywords = `
  __ENCODING__ __LINE__ __FILE__ BEGIN END alias and begin break case class def defined? do else elsif end ensure false for
  if in module next nil not or redo rescue retry return self super then true undef unless until when while yield`;

/** What an attribute must not be called (format §3.4): keywords, and words of the documented family. */
export const fieldWords = wordList(keywords, "fields str sig", methodsOfModels());

/** Methods of the generated classes that an attribute must not hide. `method`, `key`, `value` and `data` are documented fields. */
function methodsOfModels(): string {
  return "to_h to_json with hash object_id send freeze initialize";
}

/** What a class must not be called. */
export const classWords = wordList("");

/** What a constant of an enum must not be called: `BEGIN` and `END` are keywords. */
export const memberWords = wordList("BEGIN END");

export const fileWords = wordList(keywords);
