/** Names in Java (format §3.4, §9). */
import type { Target } from "../../config/config.js";
import type { Definition, Spec } from "../../spec/spec.js";
import { camel, nameIn, pascal, sanitise, snake, upperSnake } from "../../names/casing.js";
import { nameAll } from "../../names/naming.js";
import type { NameRule, Naming, NamingRules } from "../../names/rules.js";
import { textOption } from "../../config/option.js";
import { clearOf, portableFileName } from "../../names/reserved.js";
import { classWords, fieldWords, memberWords, packageWords } from "./reserved.js";

export interface JavaNames extends Naming {
  /** The package of a definition's class: `com.stackone.stackone_client_java.models.components`. */
  packageName(definition: Definition): string;
  /** The qualified name of the class. */
  qualifiedName(definition: Definition): string;
}

export function javaNames(spec: Spec, target: Target): JavaNames {
  const root = textOption(target, "package");
  const naming = nameAll(spec, target, rules(root));
  const packageName = (definition: Definition): string => `${root}.models.${naming.namespace(definition)}`;
  const qualifiedName = (definition: Definition): string =>
    `${packageName(definition)}.${naming.className(definition)}`;
  return { ...naming, packageName, qualifiedName };
}

/** The rules for class names. */
export const classRule: NameRule = {
  // A file has the name of its class, so a class must not have a reserved device name either.
  derive: (text) => portableFileName(clearOf(classWords, className(text))),
  accepts: (name) => /^[A-Z][A-Za-z0-9_]*$/.test(name) && !classWords.has(name) && portableFileName(name) === name,
  model: "ConnectSession",
};

/** The rules for the names of enum members. */
export const memberRule: NameRule = {
  derive: (text) => clearOf(memberWords, memberName(text)),
  accepts: (name) => isIdentifier(name) && !memberWords.has(name),
  model: "HRIS_LEGACY",
};

/** A member's name with a word or number that distinguishes it: `NAME` and `lower` give `NAME_LOWER`. */
export const distinctMember = (name: string, word: string): string =>
  `${name}${/^[0-9]/.test(word) ? "" : "_"}${word.toUpperCase()}`;

/** The rules for field names. */
export const fieldRule: NameRule = {
  derive: (text) => clearOf(fieldWords, fieldName(text)),
  accepts: (name) => isIdentifier(name) && !fieldWords.has(name),
  model: "createdAt",
};

function rules(root: string): NamingRules {
  return {
    language: "java",
    title: "Java",
    className: classRule,
    fieldName: fieldRule,
    memberName: memberRule,
    fileName: (name) => name,
    folder: (namespace) => portableFileName(clearOf(packageWords, folder(namespace))),
    docsFolder: "docs/models",
    codeFolder: `src/main/java/${root.replaceAll(".", "/")}/models`,
  };
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(name);
}

const className = nameIn(pascal);
const fieldName = nameIn(camel);
/** Applies the class casing first, as documented: `ar_AR` becomes `ARAR`. */
const memberName = nameIn((text) => upperSnake(sanitise(pascal(text))));
const folder = nameIn(snake);
