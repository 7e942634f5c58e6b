/** Looks up type names, or reports why they cannot be resolved. */
import { hint, relatedPlace } from "../diagnostics/asides.js";
import { problem } from "../diagnostics/problem.js";
import { Suggestions } from "../shape/suggest.js";
import { referencedName } from "./foreign-keys.js";
import { keySpan, spanOf } from "./context.js";
import type { Context } from "./context.js";
import type { Declaration } from "./declarations.js";
import { Scope, qualifiedName } from "./scope.js";
import { structures } from "./shapes.js";
import { scalars } from "./spec.js";
import type { NamedType } from "./type-syntax.js";

export class Lookup {
  readonly #here: Scope<Declaration>;
  readonly #anywhere: Scope<Declaration>;
  readonly #context: Context;
  #suggestions: Suggestions | undefined;

  constructor(declarations: readonly Declaration[], context: Context) {
    this.#here = new Scope(declarations.filter((each) => each.present));
    this.#anywhere = new Scope(declarations);
    this.#context = context;
  }

  /** What a name refers to in its namespace; reports nothing if that is unknown. */
  quietly(type: Pick<NamedType, "name">, from: Declaration): Declaration | undefined {
    const found = this.#here.find(type, from.namespace);
    return found.kind === "found" ? found.what : undefined;
  }

  /** The same, reporting unknown-type, ambiguous-type, inconsistent-version, invalid-type. */
  declaration(type: NamedType, from: Declaration): Declaration | undefined {
    const { report } = this.#context;
    const span = spanOf(from.file, type);
    const found = this.#here.find(type, from.namespace);
    if (found.kind === "found") return found.what;
    if (found.kind === "ambiguous") {
      const names = found.candidates.map((each) => `"${qualifiedName(each)}"`).join(" or ");
      const related = found.candidates.map((each) =>
        relatedPlace("candidate", each.span, { name: qualifiedName(each) }),
      );
      report(problem("ambiguous-type", "name", { name: type.name, names }), span, { related });
    } else if (isStructure(type.name)) {
      report(problem("invalid-type", bareStructures[type.name]), span);
    } else this.#reportUnknown(type, from);
    return undefined;
  }

  #reportUnknown(type: NamedType, from: Declaration): void {
    const { report } = this.#context;
    const span = spanOf(from.file, type);
    const elsewhere = this.#anywhere.find(type, from.namespace);
    if (elsewhere.kind === "found") {
      const { source, file } = elsewhere.what;
      const reason = source.removed ?? source.added;
      const related = reason === undefined ? [] : [relatedPlace("version", keySpan(file, reason), { key: reason.key })];
      report(problem("inconsistent-version", "type", { name: type.name }), span, { related });
      return;
    }
    report(problem("unknown-type", "name", { name: type.name }), span, { hint: this.#hintFor(type.name) });
  }

  #hintFor(name: string): string | undefined {
    const word = name.toLowerCase();
    const synonym = synonyms[word] ?? (/[/#]/.test(name) ? referencedName(name) : undefined);
    if (synonym !== undefined) return hint("didYouMean", { name: synonym });
    if (Object.hasOwn(keysForWords, word)) return hint("writeText", { text: keysForWords[word]! });
    this.#suggestions ??= new Suggestions([...scalars, ...this.#here.names()]);
    return this.#suggestions.didYouMean(name);
  }
}

/** What other formats call types that are written with a key or a character of their own. */
const keysForWords: Readonly<Record<string, string>> = {
  null: "nullable: true",
  enum: "enum: [first, second]",
  list: "type: string[]",
  set: "type: string[]",
  dict: "type: map<string>",
  dictionary: "type: map<string>",
  hash: "type: map<string>",
};

const bareStructures = { object: "bareObject", array: "bareArray", map: "bareMap" } as const;

function isStructure(name: string): name is (typeof structures)[number] {
  return (structures as readonly string[]).includes(name);
}

/** The names of the built-in types in other languages. */
const synonyms: Readonly<Record<string, string>> = {
  __proto__: undefined as never,
  int: "integer",
  int64: "long",
  bigint: "long",
  double: "number",
  float64: "number",
  float32: "float",
  bool: "boolean",
  str: "string",
  text: "string",
  datetime: "date-time",
  timestamp: "date-time",
  url: "uri",
  guid: "uuid",
  binary: "bytes",
  byte: "bytes",
  base64: "bytes",
  bigdecimal: "decimal",
  unknown: "any",
};
