import { type ShippedLanguage, together } from "../language.js";
import { classPages } from "./classes.js";
import { docsContext, docsPages } from "./docs.js";
import { typescriptCompatibility } from "./judge.js";
import { classRule, distinctMember, fieldRule, memberRule, typescriptNames } from "./names.js";
import { options } from "./options.js";
import { unheldDefaults } from "./unheld-defaults.js";

export const typescript: ShippedLanguage = {
  id: "typescript",
  title: "TypeScript",
  defaultNamespace: "shared",
  defaultFieldOrder: "alphabetical",
  sourceRoot: "src/sdk",
  options,
  compatibility: typescriptCompatibility,
  className: classRule.derive,
  fieldName: fieldRule.derive,
  memberName: memberRule.derive,
  distinctMember,
  canMatch: () => true,
  docs: (spec, target, read) => docsContext(spec, target, typescriptNames(spec, target), read),
  pages(spec, target, read) {
    const names = typescriptNames(spec, target);
    const diagnostics = [...names.diagnostics, ...unheldDefaults(spec, names.scalars)];
    return { ...together(docsPages(spec, target, names, read), classPages(spec, target, names)), diagnostics };
  },
};
