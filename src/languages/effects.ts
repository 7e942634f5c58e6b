/** What a change of a spec does to users of the classes and pages of a target. */
import { atMost, type Change, type Severity, type Subject, worst } from "../diff/change.js";
import { type Kind, rowOf } from "../diff/kinds.js";
import { foldType } from "../spec/fold.js";
import type { Definition, Type } from "../spec/spec.js";
import { codeEffects } from "./code-effects.js";
import { type Effects, type Halves, inlineIn, type Judge, noEffect, type Side, variantsOf } from "./judge.js";

/** The effects of each change. */
export function judging(judge: Judge, names: readonly string[]): (change: Change) => Effects {
  const paths = { before: pathsOf(judge.before), after: pathsOf(judge.after) };
  return (change) => {
    const { cells: byCell = {}, note } = codeEffects(change, judge, names);
    const all = names.map((cell) => [cell, limited(byCell[cell] ?? noEffect, change)] as const);
    return { cells: Object.fromEntries(all), docs: docsEffect(change, judge, paths.after, note), note };
  };
}

/** Those who only receive a model build it in tests, and those who only send it read it in logs. */
function limited({ read, build }: Halves, { direction }: Change): Severity {
  if (direction === "received") return worst(read, atMost("conditional", build));
  return direction === "sent" ? worst(atMost("conditional", read), build) : worst(read, build);
}

/** The docs pages of a side. */
function pathsOf({ spec, names, symbol }: Side): ReadonlySet<string> {
  return new Set(spec.definitions.filter((each) => symbol(each) !== undefined).map(names.docsPath));
}

function docsEffect(
  { kind, subject }: Change,
  { target, before }: Judge,
  paths: ReadonlySet<string>,
  note: string | undefined,
): Severity {
  const { docs } = target;
  if (docs === undefined) return "none";
  if (lostPages(subject, kind, before).some((path) => !paths.has(path))) return "breaking";
  if (kind === "union.member-removed") return "conditional";
  return docs.look === "documented" && (isUnlisted(kind, subject) || (isOfOneName.test(kind) && note === undefined))
    ? "none"
    : "silent";
}

/** Types that pages in the documented look call by the same name, if code does. */
const isOfOneName = /^type\.(?:integer-to-long|long-to-integer)$/;

/** Whether pages in the documented look do not show the change. */
function isUnlisted(kind: Kind, subject: Subject): boolean {
  if (kind === "additional-properties.allowed" || kind === "additional-properties.forbidden") {
    return subject.on === "definition" && ![subject.before, subject.after].some(listsOthers);
  }
  return (
    rowOf(kind).unlisted === true &&
    !(subject.on === "field" && subject.after !== undefined && hasTuple(subject.after.type))
  );
}

/** The types of a tuple's items are listed as they are. */
function hasTuple(type: Type): boolean {
  return foldType(type, {
    scalar: () => false,
    constant: () => false,
    array: (items) => items,
    tuple: () => true,
    map: (values) => values,
    reference: () => false,
  });
}

/** Whether the page of a model has a row for undeclared fields. */
function listsOthers(definition: Definition | undefined): boolean {
  return definition?.kind === "model" && (definition.saysKeep || typeof definition.additionalFields === "object");
}

/** The pages of the changed element before the change. */
function lostPages(subject: Subject, kind: string, { spec, names, symbol }: Side): readonly string[] {
  const pages = (definition: Definition): readonly string[] =>
    variantsOf(definition, spec).flatMap((each) => (symbol(each) === undefined ? [] : names.docsPath(each)));
  if (subject.on === "definition") return subject.before === undefined ? [] : pages(subject.before);
  if (subject.on !== "field" || subject.before === undefined) return [];
  if (/^field\.(?:read|write)-only/.test(kind)) return pages(subject.owners.before);
  return inlineIn(subject.before.type).flatMap(pages);
}
