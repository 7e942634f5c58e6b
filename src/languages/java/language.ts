import { type ShippedLanguage, together } from "../language.js";
import { accessorsOption } from "./accessors.js";
import { validationOption } from "./bean-validation.js";
import { classPages } from "./classes.js";
import { docsContext, docsPages } from "./docs.js";
import { hiddenPackages } from "./hidden-packages.js";
import { tooLarge } from "./limits.js";
import { javaCompatibility } from "./judge.js";
import { classRule, distinctMember, fieldRule, javaNames, memberRule } from "./names.js";
import { openApiOption } from "./open-api.js";
import { javaPattern } from "./pattern.js";
import { packageWords } from "./reserved.js";

/** Java keywords, and folder names that Windows reserves for devices. */
const unusablePackages = [...packageWords, "_", "con", "prn", "aux", "nul", "com[0-9]", "lpt[0-9]"].join("|");

export const java: ShippedLanguage = {
  id: "java",
  title: "Java",
  defaultNamespace: "components",
  defaultFieldOrder: "spec",
  sourceRoot: "src/main/java",
  options: {
    package: {
      description: "The package that holds everything generated; the classes are in `<package>.models.<namespace>`.",
      default: "com.example.api",
      pattern: `(?!java(?:\\.|$))(?!(?:.*\\.)?(?:${unusablePackages})(?:\\.|$))[a-z_][a-z0-9_]*(?:\\.[a-z_][a-z0-9_]*)*`,
      form: "a Java package such as com.example.api, with no word of Java or name of a device in it",
    },
    jackson: {
      description:
        "The version of Jackson that reads and writes the classes. Spring Boot 3 has version 2, Spring Boot 4 has version 3.",
      default: "2",
      values: ["2", "3"],
    },
    accessors: accessorsOption,
    validation: validationOption,
    openapi: openApiOption,
  },
  compatibility: javaCompatibility,
  className: classRule.derive,
  fieldName: fieldRule.derive,
  memberName: memberRule.derive,
  distinctMember,
  canMatch: (pattern) => javaPattern(pattern) !== undefined,
  docs: (spec, target, read) => docsContext(spec, target, javaNames(spec, target), read),
  pages(spec, target, read) {
    const names = javaNames(spec, target);
    const hidden = hiddenPackages(spec, names, target);
    const diagnostics = [...names.diagnostics, ...hidden, ...tooLarge(spec, target)];
    return { ...together(docsPages(spec, target, names, read), classPages(spec, target, names)), diagnostics };
  },
};
