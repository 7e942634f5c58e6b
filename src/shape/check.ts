/** Reads a YAML tree by a shape: the value where it fits, diagnostics where it does not. */
import { hint } from "../diagnostics/asides.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import { toJson } from "../text/tree.js";
import type { MappingEntry, MappingNode, Node, Range, ScalarNode } from "../text/tree.js";
import { combinationProblems } from "./combinations.js";
import { accepts, alternatives, kindOf } from "./kinds.js";
import type {
  DictionaryShape,
  Entry,
  ListShape,
  Located,
  NumberShape,
  RecordShape,
  Report,
  Shape,
  SyntaxShape,
  TextPlace,
  TextShape,
  VariantShape,
} from "./shape.js";
import { spellingHint } from "./spelling.js";
import { didYouMean } from "./suggest.js";

/**
 * The value of a node that has this shape, undefined where nothing of it can be used. A key whose value is wrong is left
 * out, and so is a wrong item of a list: each of them has its diagnostic. Codes: unknown-key, missing-key, wrong-kind,
 * invalid-value, invalid-type, conflicting-keys.
 */
export function check<T>(shape: Shape<T>, node: Node, file: string, diagnostics: Diagnostic[]): T | undefined {
  return new Checker(file, diagnostics).value(shape, node, node) as T | undefined;
}

class Checker {
  readonly #file: string;
  readonly #diagnostics: Diagnostic[];

  constructor(file: string, diagnostics: Diagnostic[]) {
    this.#file = file;
    this.#diagnostics = diagnostics;
  }

  /** `blame` is the place to show when the value itself is empty: its key. */
  value(shape: Shape<unknown>, node: Node, blame: Range): unknown {
    switch (shape.kind) {
      case "lazy":
        return this.value(shape.shape(), node, blame);
      case "any":
        return toJson(node);
      case "either":
        return this.#either(shape.options, node, blame);
      case "record":
        return this.#record(shape, node, blame);
      case "variant":
        return this.#variant(shape, node, blame);
    }
    if (!accepts(shape, node)) return this.#wrongKind([shape], node, blame);
    switch (shape.kind) {
      case "flag":
        return (node as ScalarNode).value;
      case "text":
        return this.#text(shape, node as ScalarNode);
      case "syntax":
        return this.#syntax(shape, node as ScalarNode);
      case "number":
        return this.#number(shape, node as ScalarNode);
      case "scalar":
        return (node as ScalarNode).value;
      case "list":
        return this.#list(shape, node);
      case "dictionary":
        return this.#dictionary(shape, node as MappingNode);
    }
  }

  #either(options: readonly Shape<unknown>[], node: Node, blame: Range): unknown {
    const option = options.find((each) => accepts(each, node));
    return option === undefined ? this.#wrongKind(options, node, blame) : this.value(option, node, blame);
  }

  #text(shape: TextShape, node: ScalarNode): string | undefined {
    const value = String(node.value);
    if (shape.values !== undefined && !shape.values.includes(value)) {
      const values = shape.values.map((each) => `"${each}"`).join(", ");
      this.#report(problem("invalid-value", "oneOf", { values, value }), node, didYouMean(value, shape.values));
      return undefined;
    }
    if (shape.pattern !== undefined && !shape.pattern.regexp.test(value)) {
      this.#report(problem("invalid-value", "form", { value, form: shape.pattern.title }), node);
      return undefined;
    }
    return value;
  }

  #syntax(shape: SyntaxShape<unknown>, node: ScalarNode): unknown {
    const { textStart } = node;
    const place: TextPlace = (start, end) =>
      textStart === undefined
        ? { start: node.start, end: node.end }
        : { start: textStart + start, end: textStart + end };
    const report: Report = (problem, at) => this.#report(problem, at);
    return shape.parse(node.value as string, place, report);
  }

  #number(shape: NumberShape, node: ScalarNode): number | bigint | undefined {
    const value = node.value as number | bigint;
    if (shape.minimum !== undefined && value < shape.minimum) {
      this.#report(problem("invalid-value", "minimum", { limit: shape.minimum, value }), node);
      return undefined;
    }
    if (shape.exclusiveMinimum !== undefined && value <= shape.exclusiveMinimum) {
      this.#report(problem("invalid-value", "exclusiveMinimum", { limit: shape.exclusiveMinimum, value }), node);
      return undefined;
    }
    return value;
  }

  #list(shape: ListShape, node: Node): readonly Located<unknown>[] | undefined {
    if (node.kind !== "sequence") return undefined;
    if (shape.notEmpty === true && node.items.length === 0) {
      this.#report(problem("invalid-value", "emptyList"), node);
    }
    const items: Located<unknown>[] = [];
    const seen = new Set<unknown>();
    for (const item of node.items) {
      const value = this.value(shape.items, item, item.start === item.end ? node : item);
      if (value === undefined) continue;
      if (shape.unique === true && seen.has(value)) {
        this.#report(problem("invalid-value", "repeatedItem", { value: String(value) }), item);
        continue;
      }
      seen.add(value);
      items.push({ value, start: item.start, end: item.end });
    }
    return items;
  }

  #dictionary(shape: DictionaryShape, node: MappingNode): readonly Entry<unknown>[] {
    if (shape.notEmpty === true && node.entries.length === 0) {
      this.#report(problem("invalid-value", "emptyMapping"), node);
    }
    const entries: Entry<unknown>[] = [];
    for (const entry of node.entries) {
      if (shape.keys !== undefined && !shape.keys.regexp.test(entry.key)) {
        this.#report(problem("invalid-value", "form", { value: entry.key, form: shape.keys.title }), keyRange(entry));
        continue;
      }
      const read = this.#entry(shape.values, entry);
      if (read !== undefined) entries.push(read);
    }
    return entries;
  }

  #entry(shape: Shape<unknown>, entry: MappingEntry): Entry<unknown> | undefined {
    const { key, keyStart, keyEnd, value: node } = entry;
    const value = this.value(shape, node, node.start === node.end ? keyRange(entry) : node);
    return value === undefined ? undefined : { key, keyStart, keyEnd, value, start: node.start, end: node.end };
  }

  #record(shape: RecordShape, node: Node, blame: Range): object | undefined {
    if (node.kind !== "mapping") return this.#shortForm(shape, node, blame);
    const record: Record<string, Entry<unknown> | true> = {};
    for (const entry of node.entries) {
      const key = Object.hasOwn(shape.keys, entry.key) ? shape.keys[entry.key] : undefined;
      if (key === undefined) {
        const known = Object.keys(shape.keys);
        const list = known.length > keysListed ? undefined : hint("oneOf", { names: known.join(", ") });
        const unknown = problem("unknown-key", "record", { key: entry.key, record: shape.name });
        this.#report(unknown, keyRange(entry), didYouMean(entry.key, known) ?? list);
        record["broken"] = true;
        continue;
      }
      const read = shape.partial && isNull(entry.value) ? nullEntry(entry) : this.#entry(key.shape, entry);
      if (read === undefined) record["broken"] = true;
      else record[entry.key] = read;
    }
    this.#missingKeys(shape, node, blame);
    for (const { at, ...found } of combinationProblems(shape, record)) this.#report(found, at);
    return record;
  }

  #missingKeys(shape: RecordShape, node: MappingNode, blame: Range): void {
    for (const name of shape.required) {
      if (node.entries.some((entry) => entry.key === name)) continue;
      const at = { start: blame.start, end: Math.min(blame.end, blame.start + 1) };
      const missing = problem("missing-key", "record", { key: name, record: shape.name });
      this.#report(missing, blame === node ? at : blame);
    }
  }

  #shortForm(shape: RecordShape, node: Node, blame: Range): object | undefined {
    const key = shape.short === undefined ? undefined : shape.keys[shape.short];
    if (key === undefined || shape.short === undefined || !accepts(key.shape, node))
      return this.#wrongKind([shape], node, blame);
    const value = this.value(key.shape, node, blame);
    const { start, end } = node;
    return value === undefined
      ? undefined
      : { [shape.short]: { key: shape.short, keyStart: start, keyEnd: end, value, start, end } };
  }

  #variant(shape: VariantShape, node: Node, blame: Range): object | undefined {
    if (node.kind !== "mapping") return this.#wrongKind([shape], node, blame);
    const chosen = node.entries.find((entry) => entry.key === shape.by);
    const names = Object.keys(shape.variants);
    if (chosen === undefined) {
      const values = names.join(", ");
      this.#report(problem("missing-key", "variant", { key: shape.by, record: shape.name, values }), blame);
      return undefined;
    }
    const name = this.value({ kind: "text", values: names }, chosen.value, keyRange(chosen));
    return typeof name === "string" ? this.#record(shape.variants[name]!, node, blame) : undefined;
  }

  #wrongKind(wanted: readonly Shape<unknown>[], node: Node, blame: Range): undefined {
    const wrong = problem("wrong-kind", "value", { expected: alternatives(wanted), found: kindOf(node) });
    this.#report(wrong, node.start === node.end ? blame : node, spellingHint(wanted, node));
    return undefined;
  }

  #report(problem: Problem, { start, end }: Range, hint?: string): void {
    this.#diagnostics.push(diagnosticAt(problem, { file: this.#file, start, end }, { hint }));
  }
}

function keyRange(entry: { readonly keyStart: number; readonly keyEnd: number }): Range {
  return { start: entry.keyStart, end: entry.keyEnd };
}

function isNull(node: Node): boolean {
  return node.kind === "scalar" && node.value === null;
}

function nullEntry({ key, keyStart, keyEnd, value: { start, end } }: MappingEntry): Entry<null> {
  return { key, keyStart, keyEnd, value: null, start, end };
}

/** More keys than this are no help in a message. */
const keysListed = 12;
