/** The code that the classes of a target share. */
import type { Page } from "../../render/page.js";
import { supportPackage } from "./library.js";

/** The package of their source code, which a target's own takes the place of. */
const sourcePackage = "modelwright.runtime";

/** Each is a class and the source file `runtime/<class>.java`. */
const classes = [
  "Copies",
  "Defaults",
  "EnumDeserializer",
  "Exact",
  "ExactDeserializer",
  "ExactSerializer",
  "Generated",
  "JsonBytes",
  "JsonDateTime",
  "JsonDecimal",
  "JsonFloat",
  "JsonModel",
  "JsonPaths",
  "JsonScalar",
  "Nesting",
  "Nodes",
  "Requirements",
  "Scalars",
  "TaggedUnionDeserializer",
  "UnexpectedField",
  "UnionDeserializer",
  "UnionMembers",
  "UnknownMember",
  "Validation",
  "Violation",
];

/** @param root the package that holds everything generated */
export function supportPages(root: string): readonly Page[] {
  const packageName = supportPackage(root);
  return classes.map((name) => ({
    path: `src/main/java/${packageName.replaceAll(".", "/")}/${name}.java`,
    template: `runtime/${name}.java`,
    view: { [sourcePackage]: packageName },
    model: undefined,
    span: undefined,
  }));
}
