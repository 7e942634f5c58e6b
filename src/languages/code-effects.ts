/** What a change of a spec does to code: the rules that all languages share. */
import { type Change, type Severity, type Subject, worst } from "../diff/change.js";
import { isRequired } from "../spec/fields.js";
import type { Field, Model, Slot } from "../spec/spec.js";
import { classHalves, constantHalves, fieldHalves, formerClassHalves, formerFieldHalves } from "./former-effects.js";
import {
  becomes,
  type FieldEffects,
  type Halves,
  inlineIn,
  type Judge,
  nameBecomes,
  type Side,
  symbolsOf,
  variantsOf,
} from "./judge.js";

const both: Halves = { read: "breaking", build: "breaking" };
const conditional: Halves = { read: "conditional", build: "conditional" };
/** Values are read as another member, or as an unknown one, and `validate` reports tags that select none. */
const otherTags: Halves = { read: "silent", build: "conditional" };
const reading = (read: Severity): Halves => ({ read, build: "none" });
const building = (build: Severity): Halves => ({ read: "none", build });

/** Nothing for cells that are not affected. */
export type ByCell = Partial<FieldEffects>;

/** @param names the language's cells */
export function codeEffects(change: Change, judge: Judge, names: readonly string[]): ByCell {
  const { kind, subject } = change;
  const everywhere = (halves: Halves, note?: string): ByCell => ({
    cells: Object.fromEntries(names.map((cell) => [cell, halves])),
    note,
  });
  if (kind.startsWith("deprecation.") || kind.startsWith("docs.")) return {};
  if (kind.startsWith("constraint.")) return change.wire.write === "none" ? {} : everywhere(building("conditional"));
  switch (subject.on) {
    case "definition":
      return definitionEffects(change, subject, judge, everywhere);
    case "field":
      return fieldEffects(change, subject, judge, everywhere);
    case "value":
      return valueEffects(change, subject, judge, names, everywhere);
    case "member":
      return memberEffects(change, subject, judge, names, everywhere);
  }
}

type Everywhere = (halves: Halves, note?: string) => ByCell;
type On<Place extends Subject["on"]> = Extract<Subject, { readonly on: Place }>;

function definitionEffects(
  { kind, wire }: Change,
  subject: On<"definition">,
  judge: Judge,
  everywhere: Everywhere,
): ByCell {
  const { before, after } = subject;
  switch (kind) {
    case "model.removed":
    case "model.renamed":
    case "model.renamed-symbol":
    case "model.namespace-changed":
    case "model.inlined":
    case "model.extracted": {
      const [old, current] = [symbolsOf(before, judge.before), symbolsOf(after, judge.after)];
      const lost = old.filter((symbol) => !current.includes(symbol));
      if (lost.length === 0) return {};
      const note = current.length === 0 ? undefined : nameBecomes(lost[0]!, current[0]!);
      return everywhere(classHalves(subject, judge), note);
    }
    case "model.former-name-removed":
      return everywhere(formerClassHalves(subject, judge));
    case "model.to-abstract":
      return everywhere(judge.abstracted);
    case "union.collapsed":
      return everywhere(symbolsOf(before, judge.before).length > 0 ? both : conditional);
    case "union.discriminator-added":
    case "union.discriminator-field-changed":
      return everywhere(otherTags);
    case "union.discriminator-removed":
      return everywhere(reading("silent"));
    case "union.order-changed":
      return everywhere({ ...judge.membersReordered, read: worst(judge.membersReordered.read, wire.read) });
    case "enum.closed.to-open":
      return everywhere(judge.enumOpened);
    case "enum.open.to-closed":
      return everywhere(conditional);
    case "enum.order-changed":
      if (before?.kind !== "enum" || after?.kind !== "enum") return {};
      return judge.isOrdered(before) && judge.isOrdered(after) ? everywhere({ read: "silent", build: "silent" }) : {};
    case "additional-properties.forbidden":
      return everywhere(judge.withoutOthers);
    case "additional-properties.typed":
    case "additional-properties.untyped":
    case "additional-properties.type-changed": {
      if (before?.kind !== "model" || after?.kind !== "model") return {};
      const field = (model: Model): Field => othersOf(model, judge.othersField);
      return narrowed(judge.field({ before, after }, field(before), field(after)), wire.write);
    }
    default:
      return kind.startsWith("type.") ? everywhere(both) : {};
  }
}

/** Undeclared fields as a field: a map of values. */
function othersOf({ additionalFields, span }: Model, name: string): Field {
  const values: Slot =
    typeof additionalFields === "string"
      ? { type: { kind: "scalar", scalar: "any", constraints: {} }, nullable: false }
      : additionalFields;
  return {
    ...{
      name,
      alias: undefined,
      renames: new Map<string, string>(),
      type: { kind: "map", values, constraints: {} },
      nullable: false,
    },
    ...{ required: true, default: undefined, readOnly: false, writeOnly: false },
    ...{ description: undefined, examples: [], deprecated: undefined, externalDocs: undefined, span },
  };
}

function fieldEffects(change: Change, subject: On<"field">, judge: Judge, everywhere: Everywhere): ByCell {
  const { kind, wire } = change;
  const { owners, before, after } = subject;
  if (before === undefined) return after === undefined ? {} : addedField(after, everywhere);
  if (after === undefined) return everywhere(both);
  if (kind.startsWith("field.renamed")) {
    const [old, current] = [judge.before.names.fieldName(before), judge.after.names.fieldName(after)];
    return everywhere(fieldHalves(change, subject, judge), becomes(old, current));
  }
  if (kind.startsWith("field.other-name")) return everywhere(formerFieldHalves(subject, judge));
  if (/^field\.(?:read|write)-only/.test(kind)) return directionEffects(change, subject, judge, everywhere);
  if (kind.startsWith("default.") && isRequired(before) === isRequired(after)) return everywhere(building("silent"));
  const effects = judge.field(owners, before, after);
  if (kind === "const.changed" && isFixed(before) && isFixed(after)) return { ...effects, cells: silently(effects) };
  if (!kind.startsWith("type.") && !kind.startsWith("const.")) return effects;
  const lost = inlineIn(before.type).flatMap((each) => symbolsOf(each, judge.before));
  const kept = inlineIn(after.type).flatMap((each) => symbolsOf(each, judge.after));
  if (lost.some((symbol) => !kept.includes(symbol))) return everywhere(both, effects.note);
  return narrowed(effects, wire.write);
}

/** New objects contain defaults and constants that are not set. */
function addedField(field: Field, everywhere: Everywhere): ByCell {
  if (isFixed(field) || field.default !== undefined) return everywhere(building("silent"));
  return isRequired(field) ? everywhere(building("breaking")) : {};
}

/** A constant is set by itself: code that builds the model sends the new one. */
function silently({ cells }: FieldEffects): FieldEffects["cells"] {
  const each = Object.entries(cells).map(([cell, { read, build }]) => [cell, { read, build: worst(build, "silent") }]);
  return Object.fromEntries(each) as FieldEffects["cells"];
}

/** Values that old clients may send and that are rejected now are rejected in code as well, by `validate` if not before. */
function narrowed({ cells, note }: FieldEffects, write: Severity): ByCell {
  const least = write === "none" || write === "silent" ? "none" : "conditional";
  const each = Object.entries(cells).map(([cell, { read, build }]) => {
    return [cell, { read, build: build === "none" ? least : build }] as const;
  });
  return { cells: Object.fromEntries(each), note };
}

/** Whether the value cannot be chosen: it is always present and constant. */
function isFixed({ type, nullable, ...field }: Field): boolean {
  return type.kind === "constant" && field.required && !nullable;
}

function directionEffects(
  { kind }: Change,
  { owners, before, after }: On<"field">,
  judge: Judge,
  everywhere: Everywhere,
): ByCell {
  const [old, current] = [classesOf(owners.before, judge.before), classesOf(owners.after, judge.after)];
  const remaining = [...Object.values(current)];
  const lost = {
    request: !remaining.includes(old.request),
    response: !remaining.includes(old.response),
  };
  const wasDivided = old.request !== old.response;
  const isLeftOut = (half: "request" | "response", added: string): boolean =>
    wasDivided && kind === added && !lost[half];
  const needed = after !== undefined && isRequired(after) && !isFixed(after) && before !== undefined;
  const isNewlyRequired = kind === "field.read-only-removed" && needed && !lost.request;
  const build = lost.request || isLeftOut("request", "field.read-only-added") || isNewlyRequired;
  const read = lost.response || isLeftOut("response", "field.write-only-added");
  return everywhere({ read: read ? "breaking" : "none", build: build ? "breaking" : "none" });
}

/** The classes for requests and for responses. */
function classesOf(model: Model, side: Side): Record<"request" | "response", string | undefined> {
  const variants = variantsOf(model, side.spec);
  const symbol = (use: "request" | "response"): string | undefined => {
    const found = variants.find(({ direction }) => direction === undefined || direction.use === use);
    return found && side.symbol(found);
  };
  return { request: symbol("request"), response: symbol("response") };
}

function valueEffects(
  change: Change,
  subject: On<"value">,
  judge: Judge,
  names: readonly string[],
  everywhere: Everywhere,
): ByCell {
  if (change.kind === "enum.closed.value-added") return everywhere(reading("conditional"));
  if (change.kind === "enum.open.value-added") return everywhere(judge.openValueAdded);
  const cells = names.map((cell) => [cell, constantHalves(change, subject, judge, cell)]);
  return { cells: Object.fromEntries(cells), note: undefined };
}

function memberEffects(
  { kind }: Change,
  { before }: On<"member">,
  judge: Judge,
  names: readonly string[],
  everywhere: Everywhere,
): ByCell {
  if (kind === "union.member-added") return everywhere(reading("conditional"));
  if (kind === "union.tag-changed") return everywhere(otherTags);
  if (kind !== "union.member-removed") return {};
  const isInline = before !== undefined && inlineIn(before.type).length > 0;
  if (isInline) return everywhere(both);
  return { cells: Object.fromEntries(names.map((cell) => [cell, judge.memberRemoved(cell)])), note: undefined };
}
