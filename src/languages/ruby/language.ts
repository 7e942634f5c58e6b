import { type ShippedLanguage, together } from "../language.js";
import { classPages } from "./classes.js";
import { docsContext, docsPages } from "./docs.js";
import { rubyCompatibility } from "./judge.js";
import { classRule, distinctMember, fieldRule, memberRule, rubyNames } from "./names.js";
import { rubyPattern } from "./pattern.js";
import { topLevelConstants, topLevelFamilies } from "./reserved.js";

export const ruby: ShippedLanguage = {
  id: "ruby",
  title: "Ruby",
  defaultNamespace: "shared",
  defaultFieldOrder: "alphabetical",
  options: {
    module: {
      description: "The module that holds everything generated.",
      default: "Api",
      pattern: `(?!(?:${[...topLevelConstants, ...topLevelFamilies].join("|")})(?:::|$))(?!(?:.*::)?(?:BEGIN|END)(?:::|$))[A-Z][A-Za-z0-9_]*(?:::[A-Z][A-Za-z0-9_]*)*`,
      form: "a Ruby module such as Acme::Api, which is neither a keyword nor a class of Ruby's own",
    },
    typePrefix: {
      description:
        "How docs name a class, and so where it lives: `absolute` is ::StackOne::Shared::Name, `relative` is Models::Shared::Name.",
      default: "absolute",
      values: ["absolute", "relative"],
    },
    unions: {
      description: "Whether unions are shown and typed as such (`typed`) or as any value (`any`).",
      default: "typed",
      values: ["typed", "any"],
    },
    signatures: {
      description:
        "What stands beside the classes for type checkers: `rbi` for Sorbet, `rbs` for Steep, `all` or `none`.",
      default: "all",
      values: ["all", "rbi", "rbs", "none"],
    },
  },
  compatibility: rubyCompatibility,
  className: classRule.derive,
  fieldName: fieldRule.derive,
  memberName: memberRule.derive,
  distinctMember,
  canMatch: (pattern) => rubyPattern(pattern) !== undefined,
  docs: (spec, target, read) => docsContext(spec, target, rubyNames(spec, target), read),
  pages(spec, target, read) {
    const names = rubyNames(spec, target);
    const { diagnostics } = names;
    return { ...together(docsPages(spec, target, names, read), classPages(spec, target, names)), diagnostics };
  },
};
