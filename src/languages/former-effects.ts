/** What a rename does to code, and the loss of a name that something had before. */
import { type Change, type Subject, worst } from "../diff/change.js";
import type { Enum, EnumValue, Field, Model } from "../spec/spec.js";
import {
  formerSymbolsOf,
  type Halves,
  inlineIn,
  type Judge,
  noEffect,
  type Side,
  symbolsOf,
  variantsOf,
} from "./judge.js";

type On<Place extends Subject["on"]> = Extract<Subject, { readonly on: Place }>;

const both: Halves = { read: "breaking", build: "breaking" };

/** A definition whose class may have another name. */
export function classHalves({ before, after }: On<"definition">, judge: Judge): Halves {
  const [old, current] = [symbolsOf(before, judge.before), symbolsOf(after, judge.after)];
  const former = after === undefined ? [] : formerSymbolsOf(after, judge.after);
  return lossOf(old, current, former, judge.former.class);
}

/** A definition that had an alias. */
export function formerClassHalves({ before, after }: On<"definition">, judge: Judge): Halves {
  if (before === undefined || after === undefined || judge.former.class.read !== "none") return noEffect;
  const names = [...symbolsOf(after, judge.after), ...formerSymbolsOf(after, judge.after)];
  return lossOf(formerSymbolsOf(before, judge.before), names, [], noEffect);
}

/**
 * Code with the former name reads documents with the present one as well, which were read without the value before, and
 * writes the present one.
 */
function kept(remaining: Halves, { wire }: Change): Halves {
  const isNew = wire.read === "silent" ? "silent" : "none";
  return { read: worst(remaining.read, isNew), build: worst(remaining.build, "silent") };
}

/** A field under another name, with the types that are written in it. */
export function fieldHalves(change: Change, { owners, before, after }: On<"field">, judge: Judge): Halves {
  if (before === undefined || after === undefined) return noEffect;
  const [old, current] = [judge.before.names.fieldName(before), judge.after.names.fieldName(after)];
  const own = lossOf(
    [old],
    [current],
    formerFields(owners.after, after, judge.after),
    kept(judge.former.field, change),
  );
  const former = inlineIn(after.type).flatMap((each) => formerSymbolsOf(each, judge.after));
  const symbols = (field: Field, side: Side): readonly string[] =>
    inlineIn(field.type).flatMap((each) => symbolsOf(each, side));
  const inline = lossOf(symbols(before, judge.before), symbols(after, judge.after), former, judge.former.class);
  return inline.read === "breaking" ? inline : own;
}

/** A field that had accessors for other names. */
export function formerFieldHalves({ owners, before, after }: On<"field">, judge: Judge): Halves {
  if (before === undefined || after === undefined) return noEffect;
  const names = [judge.after.names.fieldName(after), ...formerFields(owners.after, after, judge.after)];
  const isGone = formerFields(owners.before, before, judge.before).some((name) => !names.includes(name));
  const lost = (half: "read" | "build"): Halves["read"] => (judge.former.field[half] === "none" ? "breaking" : "none");
  return isGone ? { read: lost("read"), build: lost("build") } : noEffect;
}

const goneValue: Halves = { read: "conditional", build: "breaking" };

/** A value whose constant has another name, or no longer has a former one. */
export function constantHalves(
  change: Change,
  { owners, before, after }: On<"value">,
  judge: Judge,
  cell: string,
): Halves {
  const [old, former] = namesOf(owners.before, before, judge.before);
  const [current, others] = namesOf(owners.after, after, judge.after);
  const isThere = (name: string | undefined): boolean => name === current || others.some((other) => other === name);
  if (change.kind === "enum.former-value-added") return noEffect;
  if (change.kind === "enum.former-value-removed") return former.every(isThere) ? noEffect : goneValue;
  if (change.kind === "enum.member-renamed" && old === current) return noEffect;
  const isDeclared = after?.renamedFrom?.some((each) => each === before?.value) === true;
  if (!isDeclared || !isThere(old)) return goneValue;
  return kept(old === current ? noEffect : judge.former.member(cell, owners.before), change);
}

/** The constant of a value, and those of former values. */
function namesOf(
  definition: Enum,
  value: EnumValue | undefined,
  { names }: Side,
): readonly [string | undefined, readonly string[]] {
  const is = (other: EnumValue): boolean => other.value === value?.value;
  const former = names.formerMembers(definition).flatMap(({ name, now }) => (is(now.value) ? name : []));
  return [names.members(definition).find((each) => is(each.value))?.name, former];
}

function formerFields(model: Model, { name }: Field, { spec, names }: Side): readonly string[] {
  return variantsOf(model, spec).flatMap((each) =>
    each.kind === "model"
      ? names.formerFields(each).flatMap(({ name: former, now }) => (now.field.name === name ? former : []))
      : [],
  );
}

/** What is lost: nothing if all names stay, little if the others are former names. */
function lossOf(
  old: readonly string[],
  current: readonly string[],
  former: readonly string[],
  ofFormer: Halves,
): Halves {
  const lost = old.filter((name) => !current.includes(name));
  if (lost.length === 0) return noEffect;
  return lost.every((name) => former.includes(name)) ? ofFormer : both;
}
