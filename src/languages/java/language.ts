import { type Language, together } from "../language.js";
import { classPages } from "./classes.js";
import { docsPages } from "./docs.js";
import { tooLarge } from "./limits.js";
import { classRule, fieldRule, javaNames } from "./names.js";
import { javaPattern } from "./pattern.js";

export const java: Language = {
  id: "java",
  title: "Java",
  defaultNamespace: "components",
  defaultFieldOrder: "spec",
  options: {
    package: {
      description: "The package that holds everything generated; the classes are in `<package>.models.<namespace>`.",
      default: "com.example.api",
      pattern: "[a-z_][a-z0-9_]*(?:\\.[a-z_][a-z0-9_]*)*",
    },
  },
  className: classRule.derive,
  fieldName: fieldRule.derive,
  canMatch: (pattern) => javaPattern(pattern) !== undefined,
  pages(spec, target) {
    const names = javaNames(spec, target);
    const diagnostics = [...names.diagnostics, ...tooLarge(spec)];
    return { ...together(docsPages(spec, target, names), classPages(spec, target, names)), diagnostics };
  },
};
