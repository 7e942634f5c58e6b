/** The code that the classes of a target share. */
import type { Page } from "../../render/page.js";
import { type JacksonVersion, supportPackage } from "./library.js";

/** The package of their source code, which a target's own takes the place of. */
const sourcePackage = "modelwright.runtime";

/** Each is a class and the source file `runtime/<class>.java`. */
const classes = [
  "Copies",
  "Defaults",
  "EnumDeserializer",
  "Generated",
  "JsonBytes",
  "JsonDateTime",
  "JsonDecimal",
  "JsonFloat",
  "JsonInput",
  "JsonScalar",
  "ModelDeserializer",
  "ModelFields",
  "Problem",
  "ProblemException",
  "Readers",
  "Requirements",
  "Scalars",
  "TaggedUnionDeserializer",
  "UnionDeserializer",
  "UnionMember",
  "UnknownMember",
  "Validation",
  "ValueInput",
  "Values",
  "Violation",
];

/** The classes that know Jackson: `runtime/jackson2/<class>.java` and `runtime/jackson3/<class>.java`. */
const jacksonClasses = [
  "Exact",
  "ExactDeserializer",
  "ExactSerializer",
  "JsonModel",
  "JsonOutput",
  "JsonPaths",
  "ParserInput",
  "ReadException",
];

/**
 * @param root the package that holds everything generated
 * @param jackson the version of Jackson
 */
export function supportPages(root: string, jackson: JacksonVersion): readonly Page[] {
  const packageName = supportPackage(root);
  const page = (name: string, template: string): Page => ({
    path: `src/main/java/${packageName.replaceAll(".", "/")}/${name}.java`,
    template,
    view: { [sourcePackage]: packageName },
    model: undefined,
    span: undefined,
  });
  const sources = [
    ...classes.map((name) => page(name, `runtime/${name}.java`)),
    ...jacksonClasses.map((name) => page(name, `runtime/jackson${jackson}/${name}.java`)),
  ];
  return sources.sort((a, b) => (a.path < b.path ? -1 : 1));
}
