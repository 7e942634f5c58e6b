/** The code that the classes of a target share. */
import type { Page } from "../../render/page.js";
import { supportPackage } from "./library.js";

/** Each is a class and the template `support/<class>`. */
const classes = [
  "Copies",
  "Defaults",
  "EnumDeserializer",
  "Exact",
  "ExactDeserializer",
  "ExactSerializer",
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
    template: `support/${name}`,
    view: { package: packageName },
    model: undefined,
    span: undefined,
  }));
}
