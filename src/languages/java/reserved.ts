/** Names that Java models avoid: they get a `_` appended, in docs and classes alike. */
import { wordList } from "../../names/reserved.js";

/** The words of format §3.4, and Java's other keywords and literals. */
const keywords = `
  abstract assert boolean break byte case catch char class const continue default do double else enum extends false final
  finally float for goto if implements import instanceof int interface long native new null package private protected
  public return short static strictfp super switch synchronized this throw throws transient true try void volatile while`;

/** Methods of every object (format §3.4). */
const methodsOfObject = "equals hashCode toString clone wait notify notifyAll getClass finalize";

/** Methods of the generated classes that a field must not hide. */
const methodsOfModels = "toBuilder builder validate additionalProperties";

export const fieldWords = wordList(keywords, methodsOfObject, methodsOfModels);

/** Reserved class names. */
export const classWords = wordList("");

/** Reserved names of enum constants. */
export const memberWords = wordList("");

export const packageWords = wordList(keywords);
