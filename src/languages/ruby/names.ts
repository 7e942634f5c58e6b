/** Names in Ruby (format §3.4, §9). */
import type { Target } from "../../config/config.js";
import type { Definition, Spec } from "../../spec/spec.js";
import { nameIn, pascal, snake, upperSnake } from "../../names/casing.js";
import { nameAll } from "../../names/naming.js";
import { remembering } from "../../names/remembering.js";
import type { NameRule, Naming, NamingRules } from "../../names/rules.js";
import { textOption } from "../../config/option.js";
import { clearOf, portableFileName } from "../../names/reserved.js";
import { classWords, fieldWords, fileWords, memberWords, namespaceWords } from "./reserved.js";

export interface RubyNames extends Naming {
  /** The folder that contains everything, in `lib`: `stack_one`. */
  readonly library: string;
  /** The modules that contain a definition's class, outermost first: `["StackOne", "Shared"]`. */
  modules(definition: Definition): readonly string[];
  /** The absolute name of the class: `::StackOne::Shared::ConnectSession`. */
  constant(definition: Definition): string;
  /** The class name in docs (option `typePrefix`): the constant, or `Models::Shared::ConnectSession`. */
  docsConstant(definition: Definition): string;
}

export function rubyNames(spec: Spec, target: Target): RubyNames {
  const outer = textOption(target, "module").split("::");
  const relative = textOption(target, "typePrefix") === "relative";
  const library = outer.map(constantFile).join("/");
  const innerOf = remembering((namespace) => (relative ? ["Models", className(namespace)] : [moduleName(namespace)]));
  const naming = nameAll(spec, target, rules(library, innerOf));
  const inner = (definition: Definition): readonly string[] => innerOf(naming.namespace(definition));
  const modules = (definition: Definition): readonly string[] => [...outer, ...inner(definition)];
  const constant = (definition: Definition): string =>
    `::${[...modules(definition), naming.className(definition)].join("::")}`;
  const docsConstant = (definition: Definition): string =>
    relative ? [...inner(definition), naming.className(definition)].join("::") : constant(definition);
  return { ...naming, library, modules, constant, docsConstant };
}

/** The rules for class names. */
export const classRule: NameRule = {
  derive: (text) => clearOf(classWords, className(text)),
  accepts: (name) => /^[A-Z][A-Za-z0-9_]*$/.test(name) && !classWords.has(name),
  model: "ConnectSession",
};

/** The rules for the names of enum members. */
export const memberRule: NameRule = {
  derive: (text) => clearOf(memberWords, memberName(text)),
  accepts: (name) => /^[A-Z][A-Z0-9_]*$/.test(name) && !memberWords.has(name),
  model: "HRIS_LEGACY",
};

/** A member's name with a word or number that distinguishes it: `NAME` and `lower` give `NAME_LOWER`. */
export const distinctMember = (name: string, word: string): string => `${name}_${word.toUpperCase()}`;

/** The rules for field names. */
export const fieldRule: NameRule = {
  derive: (text) => clearOf(fieldWords, fieldName(text)),
  accepts: (name) => /^[a-z_][a-z0-9_]*$/.test(name) && !fieldWords.has(name),
  model: "created_at",
};

/**
 * The file of a class or module. The inflectors of Zeitwerk and ActiveSupport derive the same name from it: each capital
 * starts a word, so `OAuthToken` is in `o_auth_token` and `HRISModel` in `h_r_i_s_model`. They cannot produce names with a
 * `_`, which is therefore doubled, so that no two names share a file.
 */
export function constantFile(name: string): string {
  const words = name.replaceAll("_", "__").replace(/(?<!^)[A-Z]/g, "_$&");
  return portableFileName(words.toLowerCase());
}

/** The module of a namespace, which must differ from the support module. */
function moduleName(namespace: string): string {
  const name = className(namespace);
  return name === "ModelSupport" ? "ModelSupportModels" : name;
}

function rules(library: string, modulesOf: (namespace: string) => readonly string[]): NamingRules {
  return {
    language: "ruby",
    title: "Ruby",
    className: classRule,
    fieldName: fieldRule,
    memberName: memberRule,
    fileName: (name) => portableFileName(clearOf(fileWords, name.toLowerCase())),
    folder: (namespace) => portableFileName(clearOf(namespaceWords, fieldName(namespace))),
    docsFolder: "docs/models",
    codeFolder: `lib/${library}`,
    classFile: (namespace, name) => [...modulesOf(namespace), name].map(constantFile).join("/"),
  };
}

const className = nameIn(pascal);
const fieldName = nameIn(snake);
const memberName = nameIn(upperSnake);
