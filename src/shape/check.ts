/** Checks a YAML tree against a shape: returns the value if it fits, and diagnostics if not. */
import { hint } from "../diagnostics/asides.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import { toJson } from "../text/tree.js";
import type { MappingEntry, MappingNode, Node, Range, ScalarNode } from "../text/tree.js";
import { combinationProblems } from "./combinations.js";
import { accepts, alternatives, kindOf } from "./kinds.js";
import type { DictionaryShape, Entry, ListShape, Located, RecordShape, Shape, VariantShape } from "./shape.js";
import { scalarValue } from "./scalar-value.js";
import { spellingHint } from "./spelling.js";
import { strayEntries, unknownKeyHint } from "./misplaced.js";

/**
 * The value of a node with this shape, undefined if nothing of it can be used. Keys and list items with wrong values
 * are left out, with a diagnostic each: unknown-key, missing-key, wrong-kind, invalid-value, invalid-type,
 * conflicting-keys.
 */
export function check<T>(shape: Shape<T>, node: Node, file: string, diagnostics: Diagnostic[]): T | undefined {
  return new Checker(file, diagnostics).value(shape, node, node) as T | undefined;
}

function hasShape(shape: Shape<unknown>, node: Node): boolean {
  const mistakes: Diagnostic[] = [];
  check(shape, node, "", mistakes);
  return mistakes.length === 0;
}

class Checker {
  readonly #file: string;
  readonly #diagnostics: Diagnostic[];

  constructor(file: string, diagnostics: Diagnostic[]) {
    this.#file = file;
    this.#diagnostics = diagnostics;
  }

  /** @param blame the place of the key, to report a value that is empty */
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
      case "list":
        return this.#list(shape, node);
      case "dictionary":
        return this.#dictionary(shape, node as MappingNode);
      default:
        return scalarValue(shape, node as ScalarNode, (...found) => this.#report(...found));
    }
  }

  #either(options: readonly Shape<unknown>[], node: Node, blame: Range): unknown {
    const option = options.find((each) => accepts(each, node));
    return option === undefined ? this.#wrongKind(options, node, blame) : this.value(option, node, blame);
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
    const strays = strayEntries(shape.values, node, (shape, { value }) => hasShape(shape, value));
    for (const entry of node.entries) {
      if (strays.has(entry)) {
        const key = strays.get(entry)?.key;
        if (key !== undefined)
          this.#wrongKind([shape.values], entry.value, keyRange(entry), hint("indent", { key, parent: entry.key }));
        continue;
      }
      if (shape.keys !== undefined && !shape.keys.regexp.test(entry.key)) {
        this.#report(problem("invalid-value", "form", { value: entry.key, form: shape.keys.title }), keyRange(entry));
        continue;
      }
      const read = this.#entry(shape.values, entry);
      if (read !== undefined) entries.push(read);
    }
    return entries;
  }

  /** @param record the record whose key it is */
  #entry(shape: Shape<unknown>, entry: MappingEntry, record?: RecordShape): Entry<unknown> | undefined {
    const { key, keyStart, keyEnd, value: node } = entry;
    const blame = node.start === node.end ? keyRange(entry) : node;
    const foreign = record?.foreign !== undefined && !accepts(shape, node) ? record.foreign(key, node) : undefined;
    const value =
      foreign === undefined ? this.value(shape, node, blame) : this.#wrongKind([shape], node, blame, foreign.hint);
    return value === undefined ? undefined : { key, keyStart, keyEnd, value, start: node.start, end: node.end };
  }

  #record(shape: RecordShape, node: Node, blame: Range): object | undefined {
    if (node.kind !== "mapping") return this.#shortForm(shape, node, blame);
    const record: Record<string, Entry<unknown> | true> = {};
    for (const entry of node.entries) {
      const key = Object.hasOwn(shape.keys, entry.key) ? shape.keys[entry.key] : undefined;
      if (key === undefined) {
        this.#unknownKey(shape, node, entry, record);
        record["broken"] = true;
        continue;
      }
      const read = shape.partial && isNull(entry.value) ? nullEntry(entry) : this.#entry(key.shape, entry, shape);
      if (read === undefined) record["broken"] = true;
      else record[entry.key] = read;
    }
    this.#missingKeys(shape, node, record, blame);
    for (const { at, ...found } of combinationProblems(shape, record)) this.#report(found, at);
    return record;
  }

  /** Keeps in the record what another format's key means. */
  #unknownKey(shape: RecordShape, node: MappingNode, entry: MappingEntry, record: Record<string, unknown>): void {
    const foreign = shape.foreign?.(entry.key, entry.value);
    const unknown = problem("unknown-key", "record", { key: entry.key, record: shape.name });
    this.#report(unknown, keyRange(entry), foreign?.hint ?? unknownKeyHint(shape, node, entry));
    if (foreign?.as === undefined) return;
    const read = this.#entry(shape.keys[foreign.as]!.shape, entry);
    if (read !== undefined) record[foreign.as] ??= read;
  }

  #missingKeys(shape: RecordShape, node: MappingNode, record: object, blame: Range): void {
    const has = (name: string): boolean =>
      Object.hasOwn(record, name) || node.entries.some((entry) => entry.key === name);
    const instead = Object.entries(shape.rules.instead ?? {}).filter(([, others]) => !others.every(has));
    for (const name of [...shape.required, ...instead.map(([key]) => key)]) {
      if (has(name)) continue;
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

  #wrongKind(
    wanted: readonly Shape<unknown>[],
    node: Node,
    blame: Range,
    hint = spellingHint(wanted, node),
  ): undefined {
    const wrong = problem("wrong-kind", "value", { expected: alternatives(wanted), found: kindOf(node) });
    this.#report(wrong, node.start === node.end ? blame : node, hint);
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
