import { type ShippedLanguage, together } from "../language.js";
import { classPages } from "./classes.js";
import { docsPages } from "./docs.js";
import { importEndings } from "./files.js";
import { classRule, fieldRule, typescriptNames } from "./names.js";

export const typescript: ShippedLanguage = {
  id: "typescript",
  title: "TypeScript",
  defaultNamespace: "shared",
  defaultFieldOrder: "alphabetical",
  options: {
    importExtension: {
      description:
        "How imports name a generated file: `js` as Node.js, Vite and TypeScript's `nodenext` ask for, `ts` for Deno and Node's type stripping, `none` for CommonJS under Jest, ts-node, webpack and NestJS.",
      default: "js",
      values: Object.keys(importEndings),
    },
  },
  className: classRule.derive,
  fieldName: fieldRule.derive,
  canMatch: () => true,
  pages(spec, target) {
    const names = typescriptNames(spec, target);
    const { diagnostics } = names;
    return { ...together(docsPages(spec, target, names), classPages(spec, target, names)), diagnostics };
  },
};
