/** Keys that are in the wrong place or written in the wrong way. */
import { hint } from "../diagnostics/asides.js";
import type { MappingEntry, MappingNode, Node } from "../text/tree.js";
import { accepts } from "./kinds.js";
import type { RecordShape, Shape } from "./shape.js";
import { didYouMean } from "./suggest.js";

/** What to do about a key that a record does not have. */
export function unknownKeyHint(shape: RecordShape, node: MappingNode, entry: MappingEntry): string | undefined {
  const known = Object.keys(shape.keys);
  const [, key, value] = isNothing(entry.value) ? (/^(\S+):(\S.*)$/.exec(entry.key) ?? []) : [];
  if (key !== undefined && known.includes(key)) return hint("space", { text: `${key}: ${value}` });
  const parent = emptyParent(shape, node, entry);
  if (parent !== undefined) return hint("indent", { key: entry.key, parent });
  const { content } = shape;
  const candidates =
    content === undefined ? known : known.filter((key) => accepts(shape.keys[key]!.shape, entry.value));
  const suggestion = didYouMean(entry.key, candidates);
  if (suggestion !== undefined) return suggestion;
  if (content !== undefined) return hint("below", { key: entry.key, parent: content });
  return known.length > keysListed ? undefined : hint("oneOf", { names: known.join(", ") });
}

/** More keys than this are no help in a message. */
const keysListed = 13;

/** The nearest key above an entry that expects a mapping and has nothing below it. */
function emptyParent(shape: RecordShape, { entries }: MappingNode, entry: MappingEntry): string | undefined {
  const above = entries.slice(0, entries.indexOf(entry)).reverse();
  return above.find(({ key, value }) => {
    const expected = Object.hasOwn(shape.keys, key) ? resolved(shape.keys[key]!.shape) : undefined;
    return isNothing(value) && (expected?.kind === "dictionary" || expected?.kind === "record");
  })?.key;
}

/**
 * The entries of a dictionary that are keys of the entry above them, which has no value, because they are not indented:
 * all of them fit as keys of its value, and one does not fit as an entry. Each is mapped to undefined, the entry above to
 * the first of them.
 *
 * @param values what the dictionary's values are
 * @param fits whether an entry's value has a shape
 */
export function strayEntries(
  values: Shape<unknown>,
  { entries }: MappingNode,
  fits: (shape: Shape<unknown>, entry: MappingEntry) => boolean,
): ReadonlyMap<MappingEntry, MappingEntry | undefined> {
  const strays = new Map<MappingEntry, MappingEntry | undefined>();
  const record = resolved(values);
  if (record.kind !== "record") return strays;
  const isKey = (entry: MappingEntry): boolean =>
    Object.hasOwn(record.keys, entry.key) && fits(record.keys[entry.key]!.shape, entry);
  for (const [at, entry] of entries.entries()) {
    if (!isNothing(entry.value) || strays.has(entry)) continue;
    const end = entries.findIndex((other, index) => index > at && !isKey(other));
    const below = entries.slice(at + 1, end === -1 ? undefined : end);
    if (below.every((other) => fits(values, other))) continue;
    strays.set(entry, below[0]);
    for (const each of below) strays.set(each, undefined);
  }
  return strays;
}

function isNothing(node: Node): boolean {
  return node.kind === "scalar" && node.value === null && node.start === node.end;
}

function resolved(shape: Shape<unknown>): Shape<unknown> {
  return shape.kind === "lazy" ? resolved(shape.shape()) : shape;
}
