/** Names that TypeScript models avoid. A class gets a `T` appended, anything else a `_`, in docs and classes alike. */
import { wordList } from "../../names/reserved.js";

/** Reserved class names: global types (format §3.4), names that generated files use, and TypeScript's reserved words. */
export const classWords = wordList(
  `Array Awaited BigInt Blob ConstructorParameters Date Error Exclude Extract File Function InstanceType NonNullable null Number
  Object Omit OmitThisParameter OpenEnum Parameters Partial Pick Promise Readonly Record Request Required Response ReturnType
  ThisParameterType ThisType undefined`,
  "Init Uint8Array t",
  `any async await bigint boolean break case catch class const continue debugger default delete do else enum export extends
  false finally for function if implements import in instanceof interface let never new number object package private
  protected public return static string super switch symbol this throw true try type typeof undefined unknown var void while
  with yield`,
);

/** Names of other files in the folders of the classes. */
export const fileWords = wordList("index");

/** Members of the generated classes that a field must not hide. */
export const fieldWords = wordList(`
  additionalProperties constructor equals hasOwnProperty isPrototypeOf propertyIsEnumerable stringify toJSON toLocaleString
  toString validate valueOf with`);

/** Reserved names of enum members. */
export const memberWords = wordList("");

/** Reserved namespaces, as a namespace is the name of an import. */
export const namespaceWords = wordList(`
  arguments await break case catch class const continue debugger default delete do else enum export extends false finally for function if
  eval implements import in instanceof interface let new null package private protected public return static super switch this throw
  true try typeof var void while with yield`);
