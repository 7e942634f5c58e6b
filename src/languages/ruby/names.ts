/** Names in Ruby (format §3.4, §9). */
import type { Target } from "../../config/config.js";
import type { Definition, Spec } from "../../spec/spec.js";
import { nameIn, pascal, snake, upperSnake } from "../../names/casing.js";
import { nameAll } from "../../names/naming.js";
import type { NameRule, Naming, NamingRules } from "../../names/rules.js";
import { textOption } from "../../config/option.js";
import { clearOf, portableFileName } from "../../names/reserved.js";
import { classWords, fieldWords, fileWords, memberWords, namespaceWords } from "./reserved.js";

export interface RubyNames extends Naming {
  /** The modules that hold a definition's class, outermost first: `["StackOne", "Shared"]`. */
  modules(definition: Definition): readonly string[];
  /** The class as code anywhere may name it: `::StackOne::Shared::ConnectSession`. */
  constant(definition: Definition): string;
  /** The class as docs name it (option `typePrefix`): the constant, or `Models::Shared::ConnectSession`. */
  docsConstant(definition: Definition): string;
}

export function rubyNames(spec: Spec, target: Target): RubyNames {
  const outer = textOption(target, "module").split("::");
  const naming = nameAll(spec, target, rules(outer));
  const relative = textOption(target, "typePrefix") === "relative";
  const namespaces = new Map<string, readonly string[]>();
  const inner = (definition: Definition): readonly string[] => {
    const namespace = naming.namespace(definition);
    const known = namespaces.get(namespace) ?? [...(relative ? ["Models"] : []), className(namespace)];
    namespaces.set(namespace, known);
    return known;
  };
  const modules = (definition: Definition): readonly string[] => [...outer, ...inner(definition)];
  const constant = (definition: Definition): string =>
    `::${[...modules(definition), naming.className(definition)].join("::")}`;
  const docsConstant = (definition: Definition): string =>
    relative ? [...inner(definition), naming.className(definition)].join("::") : constant(definition);
  return { ...naming, modules, constant, docsConstant };
}

/** How classes are named. */
export const classRule: NameRule = {
  derive: (text) => clearOf(classWords, className(text)),
  accepts: (name) => /^[A-Z][A-Za-z0-9_]*$/.test(name) && !classWords.has(name),
  model: "ConnectSession",
};

/** How fields are named. */
export const fieldRule: NameRule = {
  derive: (text) => clearOf(fieldWords, fieldName(text)),
  accepts: (name) => /^[a-z_][a-z0-9_]*$/.test(name) && !fieldWords.has(name),
  model: "created_at",
};

function rules(outerModules: readonly string[]): NamingRules {
  const library = outerModules.map((each) => fieldName(each)).join("/");
  return {
    language: "ruby",
    title: "Ruby",
    className: classRule,
    fieldName: fieldRule,
    memberName: {
      derive: (text) => clearOf(memberWords, memberName(text)),
      accepts: (name) => /^[A-Z][A-Z0-9_]*$/.test(name) && !memberWords.has(name),
      model: "HRIS_LEGACY",
    },
    distinguish: (member, word) => `${member}_${word.toUpperCase()}`,
    fileName: (name) => portableFileName(clearOf(fileWords, name.toLowerCase())),
    folder: (namespace) => portableFileName(clearOf(namespaceWords, fieldName(namespace))),
    docsFolder: "docs/models",
    codeFolder: `lib/${library}/models`,
  };
}

const className = nameIn(pascal);
const fieldName = nameIn(snake);
const memberName = nameIn(upperSnake);
