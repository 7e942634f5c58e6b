/** Names that TypeScript models keep clear of. A class gets a `T` appended, anything else a `_`, in docs and classes alike. */
import { wordList } from "../reserved.js";

/** Global types that a class must not hide (format §3.4). */
export const classWords = wordList(`
  Array Awaited BigInt Blob ConstructorParameters Date Error Exclude Extract File Function InstanceType NonNullable null Number
  Object Omit OmitThisParameter OpenEnum Parameters Partial Pick Promise Readonly Record Request Required Response ReturnType
  ThisParameterType ThisType undefined`);

/** Members of the generated classes that a field must not hide. */
export const fieldWords = wordList("constructor toJSON equals with validate");

/** What a member of an enum must not be called. */
export const memberWords = wordList("");

/** What a namespace must not be called, as it is the name of an import. */
export const namespaceWords = wordList(`
  await break case catch class const continue debugger default delete do else enum export extends false finally for function if
  implements import in instanceof interface let new null package private protected public return static super switch this throw
  true try typeof var void while with yield`);
