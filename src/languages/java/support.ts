/** The support code that the classes of a target share. */
import type { Target } from "../../config/config.js";
import { depthPlaceholder } from "../../config/depth.js";
import { textOption } from "../../config/option.js";
import type { Page } from "../../render/page.js";
import { usesBeanValidation } from "./bean-validation.js";
import { jacksonVersion, supportPackage } from "./library.js";
import { hasOpenApiSchemas } from "./open-api.js";

/** The package of the source code, which is replaced with the target's package. */
const sourcePackage = "modelwright.runtime";

/** Each is a class with the source file `runtime/<class>.java`. */
const classes = [
  "Aliases",
  "Copies",
  "DateTimes",
  "Defaults",
  "EnumDeserializer",
  "Epoch",
  "Equality",
  "Formats",
  "Generated",
  "JsonBytes",
  "JsonDateTime",
  "JsonDecimal",
  "JsonEpochMilliseconds",
  "JsonEpochSeconds",
  "JsonFields",
  "JsonFloat",
  "JsonInput",
  "JsonLocalDateTime",
  "JsonQuotedLong",
  "JsonScalar",
  "JsonTokens",
  "Lenient",
  "LenientFields",
  "ModelJson",
  "Numbers",
  "Problem",
  "ProblemException",
  "ReadProblems",
  "Readers",
  "RecordedInput",
  "Recording",
  "Requirements",
  "ScalarInput",
  "TaggedUnionDeserializer",
  "Trees",
  "Tuple",
  "UnionDeserializer",
  "UnionMember",
  "UnknownMember",
  "Validation",
  "Values",
  "Violation",
];

/** The classes that depend on Jackson: `runtime/jackson2/<class>.java` and `runtime/jackson3/<class>.java`. */
const jacksonClasses = [
  "Exact",
  "ExactDeserializer",
  "ExactSerializer",
  "FieldNames",
  "JsonModel",
  "JsonOutput",
  "JsonPaths",
  "ParserInput",
  "ReadException",
];

/** Additional classes for annotations of Jakarta Bean Validation, in `runtime/jakarta/`. */
const jakartaClasses = ["ConstraintPaths", "Limits"];

/** Additional classes for OpenAPI schemas, in `runtime/openapi/`. */
const openApiClasses = ["OpenApiConverter", "OpenApiSchema"];

export function supportPages(target: Target): readonly Page[] {
  const packageName = supportPackage(textOption(target, "package"));
  const pages = (names: readonly string[], folder: string): readonly Page[] =>
    names.map((name) => ({
      path: `src/main/java/${packageName.replaceAll(".", "/")}/${name}.java`,
      template: `runtime/${folder}${name}.java`,
      view: { [sourcePackage]: packageName, ...depthPlaceholder(target, "DEEPEST") },
      model: undefined,
      span: undefined,
    }));
  const sources = [
    ...pages(classes, ""),
    ...pages(jacksonClasses, `jackson${jacksonVersion(target)}/`),
    ...(usesBeanValidation(target) ? pages(jakartaClasses, "jakarta/") : []),
    ...(hasOpenApiSchemas(target) ? pages(openApiClasses, "openapi/") : []),
  ];
  return sources.sort((a, b) => (a.path < b.path ? -1 : 1));
}
