/** The code that the classes of a target share. */
import type { Target } from "../../config/config.js";
import { textOption } from "../../config/option.js";
import type { Page } from "../../render/page.js";
import { usesBeanValidation } from "./bean-validation.js";
import { supportPackage } from "./library.js";
import { hasOpenApiSchemas } from "./open-api.js";

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

/** What targets with annotations of Jakarta Bean Validation need beside them. */
const beanValidationClasses = ["ConstraintPaths", "Limits"];

/** What targets with OpenAPI schemas need beside them. */
const openApiClasses = ["OpenApiConverter", "OpenApiSchema"];

export function supportPages(target: Target): readonly Page[] {
  const packageName = supportPackage(textOption(target, "package"));
  const used = [
    ...classes,
    ...(usesBeanValidation(target) ? beanValidationClasses : []),
    ...(hasOpenApiSchemas(target) ? openApiClasses : []),
  ];
  return used.map((name) => ({
    path: `src/main/java/${packageName.replaceAll(".", "/")}/${name}.java`,
    template: `runtime/${name}.java`,
    view: { [sourcePackage]: packageName },
    model: undefined,
    span: undefined,
  }));
}
