/** How much of the documents is in the spec: schemas, fields and constraints that arrived intact, loosened, or not at all. */
import { assertions } from "../diagnostics/codes/consequences.js";
import { type Finding, isWithoutEffect, placesOf } from "./findings.js";
import type { Place } from "./place.js";

export interface Fidelity {
  /** The named schemas, and those of bodies. */
  readonly schemas: Tally;
  /** The properties at any depth, and the parameters of operations. */
  readonly fields: Tally;
  /** The keywords that restrict values. */
  readonly constraints: Tally;
}

export interface Tally {
  readonly total: number;
  /** The spec has all that the document says about values. */
  readonly intact: number;
  /** The spec has less than the document says, here or inside. */
  readonly loosened: number;
  readonly dropped: number;
}

export const outcomes = ["loosened", "dropped"] as const;

/** What one document says that the spec does not, at one place. */
export interface ReportedLoss {
  readonly file: string;
  /** A JSON pointer as a URI fragment. */
  readonly pointer: string;
  readonly code: string;
  /** `loosened` if the spec accepts more values than the document because of it. */
  readonly outcome: (typeof outcomes)[number];
  readonly reason: string;
}

/** @param dropped how many components are not part of the spec */
export function fidelityOf(
  schemas: Iterable<Place>,
  parameters: ReadonlySet<Place | undefined>,
  dropped: number,
  findings: readonly Finding[],
): Fidelity {
  const units = unitsOf(schemas, parameters);
  const marks = { loosened: new Set<Place>(), dropped: new Set<Place>() };
  for (const finding of findings) for (const place of finding.places) mark(finding, place, units, marks);
  const tally = (all: ReadonlySet<Place>, missing = 0): Tally => {
    const isIn = (set: ReadonlySet<Place>): number => [...set].filter((each) => all.has(each)).length;
    const gone = isIn(marks.dropped);
    const loosened = [...marks.loosened].filter((each) => all.has(each) && !marks.dropped.has(each)).length;
    return {
      total: all.size + missing,
      intact: all.size - gone - loosened,
      loosened,
      dropped: gone + missing,
    };
  };
  return { schemas: tally(units.schemas, dropped), fields: tally(units.fields), constraints: tally(units.constraints) };
}

/** Each finding at each of its places. */
export function lossesOf(findings: readonly Finding[]): readonly ReportedLoss[] {
  return findings.flatMap((finding) =>
    placesOf(finding).map((place): ReportedLoss => {
      const { pointer, file } = place;
      const { code, message } = finding.wording(pointer);
      const extent = finding.consequence?.extent ?? "type";
      const outcome = extent === "type" || extent === "restriction" ? "loosened" : "dropped";
      return { file, pointer, code, outcome, reason: message };
    }),
  );
}

type Units = Readonly<Record<keyof Fidelity, ReadonlySet<Place>>>;

function unitsOf(read: Iterable<Place>, parameters: ReadonlySet<Place | undefined>): Units {
  const all = new Set(read);
  const units = { schemas: new Set<Place>(), fields: new Set<Place>(), constraints: new Set<Place>() };
  for (const schema of all) {
    if (parameters.has(schema)) units.fields.add(schema);
    else if (outermost(schema, all) === schema) units.schemas.add(schema);
    for (const [key, value] of schema.entries()) {
      if (key === "properties") for (const [, field] of value.entries()) units.fields.add(field);
      if (assertions.has(key) && !structural.has(key)) units.constraints.add(value);
    }
  }
  return units;
}

/** The keywords that say what a value consists of. */
const structural: ReadonlySet<string> = new Set([
  ...["properties", "required", "items", "oneOf", "anyOf", "then", "else"],
]);

function outermost(schema: Place, all: ReadonlySet<Place>): Place {
  let found = schema;
  for (let at = schema.parent; at !== undefined; at = at.parent) if (all.has(at)) found = at;
  return found;
}

function mark(
  finding: Finding,
  place: Place,
  { schemas, fields, constraints }: Units,
  marks: Readonly<Record<"loosened" | "dropped", Set<Place>>>,
): void {
  if (constraints.has(place)) marks.dropped.add(place);
  if (isWithoutEffect(finding)) {
    // Properties of what is no object.
    if (fields.has(place) && place.parent?.key === "properties") marks.dropped.add(place);
    return;
  }
  for (let at: Place | undefined = place; at !== undefined; at = at.parent) {
    if (fields.has(at) || schemas.has(at)) marks.loosened.add(at);
  }
}
