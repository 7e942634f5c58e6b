/** Names in TypeScript (format §3.4, §9). */
import type { Target } from "../../config/config.js";
import type { Definition, Spec } from "../../spec/spec.js";
import { camel, nameIn, pascal, sanitise, snake } from "../../names/casing.js";
import { nameAll } from "../../names/naming.js";
import type { NameRule, Naming, NamingRules } from "../../names/rules.js";
import { remembering } from "../../names/remembering.js";
import { clearOf, portableFileName } from "../../names/reserved.js";
import { importEnding, relativePath } from "./files.js";
import { optionsOf, type TypeScriptOptions } from "./options.js";
import { classWords, fieldWords, fileWords, memberWords, namespaceWords } from "./reserved.js";
import { type Scalars, scalarsOf } from "./scalars.js";

export interface TypeScriptNames extends Naming {
  /** The name under which files import a definition's namespace: `shared`. */
  namespaceAlias(definition: Definition): string;
  /** The class name in docs: `shared.ConnectSession`. */
  qualifiedName(definition: Definition): string;
  readonly style: TypeScriptOptions["style"];
  /** The spellings of the built-in types. */
  readonly scalars: Scalars;
  /** How a file in a folder imports a module; both paths are relative to the output folder: `../../runtime/index.js`. */
  importPath(folder: string, module: string): string;
}

export function typescriptNames(spec: Spec, target: Target): TypeScriptNames {
  const naming = nameAll(spec, target, rules);
  const aliasOf = remembering((namespace) => clearOf(namespaceWords, camel(sanitise(namespace))));
  const namespaceAlias = (definition: Definition): string => aliasOf(naming.namespace(definition));
  const qualifiedName = (definition: Definition): string =>
    `${namespaceAlias(definition)}.${naming.className(definition)}`;
  const importPath = (folder: string, module: string): string => relativePath(folder, module + importEnding(target));
  const options = optionsOf(target);
  return { ...naming, namespaceAlias, qualifiedName, importPath, style: options.style, scalars: scalarsOf(options) };
}

/** The functions for the plain data of a model or union. */
export function functionNames(name: string): Readonly<Record<(typeof verbs)[number], string>> {
  const named = verbs.map((verb) => [verb, verb + name]);
  return Object.fromEntries(named) as ReturnType<typeof functionNames>;
}

const verbs = ["read", "parse", "create", "write", "stringify", "validate"] as const;

/** The rules for class names. */
export const classRule: NameRule = {
  derive: (text) => clearOf(classWords, className(text), "T"),
  accepts: (name) => /^[A-Z][A-Za-z0-9_]*$/.test(name) && !classWords.has(name),
  model: "ConnectSession",
};

/** The rules for the names of enum members. */
export const memberRule: NameRule = {
  derive: (text) => clearOf(memberWords, className(text)),
  accepts: (name) => isIdentifier(name) && !memberWords.has(name),
  model: "HrisLegacy",
};

/** A member's name with a word or number that distinguishes it: `NAME` and `lower` give `NAME_LOWER`. */
export const distinctMember = (name: string, word: string): string => name + pascal(word);

/** The rules for field names. */
export const fieldRule: NameRule = {
  derive: (text) => clearOf(fieldWords, fieldName(text)),
  accepts: (name) => isIdentifier(name) && !fieldWords.has(name),
  model: "createdAt",
};

const rules: NamingRules = {
  language: "typescript",
  title: "TypeScript",
  className: classRule,
  fieldName: fieldRule,
  memberName: memberRule,
  fileName: (name) => clearOf(fileWords, portableFileName(name.toLowerCase())),
  folder: (namespace) => portableFileName(folder(namespace)),
  docsFolder: "docs/sdk/models",
  codeFolder: "src/sdk/models",
};

function isIdentifier(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(name);
}

const className = nameIn(pascal);
const fieldName = nameIn(camel);
const folder = nameIn(snake);
