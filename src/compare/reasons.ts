/** Why a change matters, in one sentence. */
import type { Change } from "../diff/change.js";
import { rowOf } from "../diff/kinds.js";
import { valueText } from "../diff/signatures.js";
import { isRequired } from "../spec/fields.js";

/** @param notes what changes in code, by the title of the language: `Long` becomes `Double` */
export function notesOf(notes: ReadonlyMap<string, string>): readonly string[] {
  return [...notes].map(([language, note]) => `in ${language}, ${note}`);
}

export function whyOf({ kind, wire, subject }: Change): string {
  const added = kind.startsWith("field.added.") && subject.on === "field" ? subject.after : undefined;
  if (added?.type.kind === "constant" && isRequired(added) && !added.nullable) {
    return "old clients do not send it, and new objects contain it";
  }
  if (added?.default !== undefined && kind === "field.added.optional") {
    return `${rowOf(kind).why}, but new objects contain its default, ${code(valueText(added.default))}`;
  }
  if (/^type\.(?:integer-to-long|long-to-integer)$/.test(kind) && wire.read === "none" && wire.write === "none") {
    return "the classes hold the same values for both";
  }
  const isRenamed = kind.startsWith("field.renamed.") || kind.endsWith(".value-changed");
  if (!isRenamed || wire.write !== "none") return rowOf(kind).why;
  return wire.read === "none"
    ? "the classes of both sides read the old and the new one"
    : "new classes still read the old one, but old classes do not know the new one";
}

/** What happened, without why it matters. */
export function headlineOf(change: Change): string {
  const { model, field } = change;
  return `${code(field === undefined ? model : `${model}.${field}`)} ${whatHappened(change)}`;
}

function whatHappened({ kind, old, new: current, subject }: Change): string {
  const value = code(current ?? old ?? "");
  const isPart = subject.on === "value" || subject.on === "member";
  const part = subject.on === "value" ? "value" : "member";
  if (/\.value-changed$/.test(kind)) return `has the value ${code(current)} in place of ${code(old)}`;
  if (kind.startsWith("field.added")) return `(${code(current)}) is new`;
  if (/(?:^model|member|value)[.-]added$/.test(kind)) return isPart ? `has the new ${part} ${value}` : "is new";
  if (/^(?:model|field)\.removed/.test(kind)) return "was removed";
  if (/(?:member|value)-removed$/.test(kind)) return `no longer has the ${part} ${value}`;
  if (kind === "union.collapsed") return `has one member left, ${value}`;
  if (/^(?:model|field)\.renamed/.test(kind) && !kind.endsWith("symbol")) return `was renamed from ${code(old)}`;
  if (kind === "field.order-changed") return "has its fields in another order";
  if (kind === "enum.order-changed") return "has its values in another order";
  if (kind === "union.order-changed") return "has its members in another order";
  if (/^(?:type|const)\./.test(kind) && wordsFor[kind] === undefined)
    return `has another type, ${code(current)} instead of ${code(old)}`;
  if (/^field\.[\w-]+\.to-/.test(kind))
    return `was ${old?.replace("-", " and ")} and is now ${current?.replace("-", " and ")}`;
  const words = wordsFor[kind] ?? kind.replace(/^[\w-]+\./, "").replaceAll("-", " ");
  if (old === undefined && current === undefined) return words;
  const limit = (text: string | undefined): string | undefined =>
    text === undefined || text.length <= longest ? text : `${text.slice(0, longest)}…`;
  const [from, to] = [limit(old), limit(current)];
  if (from === undefined) return `${words} (${code(to)})`;
  return to === undefined ? `${words} (was ${code(from)})` : `${words}, ${code(to)} instead of ${code(from)}`;
}

const longest = 60;

/** What happened where the name of the kind does not read as a predicate. */
const wordsFor: Partial<Record<string, string>> = Object.fromEntries(
  Object.entries({
    "model.renamed-symbol": "has another name in code",
    "field.renamed-symbol": "has another name in code",
    "enum.member-renamed": "has another name for a value",
    "model.former-name-added": "has another former name",
    "model.former-name-removed": "no longer has a former name",
    "field.other-name-added": "is read under another name",
    "field.other-name-removed": "is no longer read under another name",
    "enum.former-value-added": "has another former value",
    "enum.former-value-removed": "no longer has a former value",
    "model.namespace-changed": "is in another namespace",
    "model.inlined": "is defined inline",
    "model.extracted": "is declared by itself",
    "model.to-abstract": "is abstract",
    "model.to-concrete": "is no longer abstract",
    "field.read-only-added": "is read-only",
    "field.read-only-removed": "is no longer read-only",
    "field.write-only-added": "is write-only",
    "field.write-only-removed": "is no longer write-only",
    "type.item-nullable-added": "may contain null",
    "type.item-nullable-removed": "may no longer contain null",
    "enum.closed.to-open": "is open",
    "enum.open.to-closed": "is closed",
    "union.tag-changed": "has another tag",
    "union.discriminator-added": "has a discriminator",
    "union.discriminator-removed": "no longer has a discriminator",
    "union.discriminator-field-changed": "has another discriminator",
    "default.added.optional": "has a default",
    "default.added.required": "has a default",
    "default.changed": "has another default",
    "default.removed.optional": "no longer has a default",
    "default.removed.required": "no longer has a default",
    "constraint.added": "has a new constraint",
    "constraint.tightened": "has a tighter constraint",
    "constraint.loosened": "has a looser constraint",
    "constraint.removed": "no longer has a constraint",
    "constraint.pattern-changed": "has another pattern",
    "additional-properties.forbidden": "rejects additional properties",
    "additional-properties.allowed": "allows additional properties",
    "additional-properties.typed": "has a type for additional properties",
    "additional-properties.untyped": "no longer has a type for additional properties",
    "additional-properties.type-changed": "has another type for additional properties",
    "deprecation.added": "is deprecated",
    "deprecation.changed": "has another deprecation message",
    "deprecation.removed": "is no longer deprecated",
    "docs.description-changed": "has another description",
    "docs.example-changed": "has other examples",
    "docs.external-docs-changed": "has another link to documentation",
  }),
);

/** On one line. Backticks are only around code, so that a report can tell it from the sentence. */
function code(text: string | undefined): string {
  return `\`${(text ?? "").replaceAll("`", "'").replace(/\s+/g, " ")}\``;
}
