/** What an import reports: mistakes in the documents, and dropped keywords. */
import { type Named, relatedPlace } from "../diagnostics/asides.js";
import { unsupported } from "../diagnostics/codes/unsupported.js";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { grouped } from "../diagnostics/numbers.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import { worded } from "../diagnostics/wording.js";
import { kindInWords, type Place } from "./place.js";

export class Findings {
  readonly #problems: Diagnostic[] = [];
  readonly #reported = new Set<string>();
  /** By kind, then by place in the original document. */
  readonly #losses = new Map<string, Map<string, Place>>();

  add(diagnostics: readonly Diagnostic[]): void {
    for (const each of diagnostics) this.#problems.push(each);
  }

  /** Reports a mistake or a warning once, however often the place is read. */
  error(problem: Problem, place: Place, hint?: string): void {
    const { file, start } = place.span;
    const id = `${problem.code} ${start} ${file}`;
    if (!this.#reported.has(id)) this.#problems.push(diagnosticAt(problem, place.span, { hint }));
    this.#reported.add(id);
  }

  /** The entries of an optional object. Diagnostics: wrong-kind. */
  entries(place: Place | undefined): Iterable<readonly [string, Place]> {
    if (place !== undefined && !place.isMapping) this.#wrongKind(place, "an object");
    return place?.entries() ?? [];
  }

  /** The items of an optional list. Diagnostics: wrong-kind. */
  items(place: Place | undefined): Iterable<Place> {
    if (place !== undefined && !place.isSequence) this.#wrongKind(place, "a list");
    return place?.items() ?? [];
  }

  /** The value of an optional string. Diagnostics: wrong-kind. */
  text(place: Place | undefined): string | undefined {
    if (place !== undefined && place.text === undefined) this.#wrongKind(place, "a string");
    return place?.text;
  }

  /** Whether an optional boolean is true. Diagnostics: wrong-kind. */
  flag(place: Place | undefined): boolean {
    if (place !== undefined && typeof place.scalar !== "boolean") this.#wrongKind(place, "true or false");
    return place?.scalar === true;
  }

  #wrongKind(place: Place, expected: string): void {
    const { pointer } = place;
    this.error(problem("wrong-kind", "document", { expected, pointer, found: kindInWords(place) }), place);
  }

  /** Reports something that a spec cannot express, by its phrase in the catalogue. */
  loss<K extends keyof typeof unsupported>(key: K, place: Place, ...[parameters]: Named<typeof unsupported, K>): void {
    const what = worded(unsupported[key], parameters);
    const places = this.#losses.get(what) ?? new Map<string, Place>();
    this.#losses.set(what, places);
    const at = `${place.pointer} ${place.file}`;
    if (!places.has(at)) places.set(at, place);
  }

  /** Whether all numbers in a value can be written in a spec; otherwise it is reported as dropped. */
  isSayable(value: Place): boolean {
    if (!value.isFinite) this.loss("number", value);
    return value.isFinite;
  }

  get hasMistakes(): boolean {
    return hasErrors(this.#problems);
  }

  /** How much was dropped, by kind, in order of first occurrence. */
  get dropped(): ReadonlyMap<string, number> {
    return new Map([...this.#losses].map(([what, places]) => [what, places.size]));
  }

  /** The mistakes, then one warning for each kind of dropped keyword with all its places. */
  get diagnostics(): readonly Diagnostic[] {
    return [
      ...this.#problems,
      ...[...this.#losses].map(([what, places]) => lossDiagnostic(what, [...places.values()])),
    ];
  }
}

function lossDiagnostic(what: string, places: readonly Place[]): Diagnostic {
  const [first, ...others] = places as [Place, ...Place[]];
  const related = others.map((place) => relatedPlace("pointer", place.span, { pointer: place.pointer }));
  return diagnosticAt(dropped(what, first.pointer, others.length), first.span, { related });
}

function dropped(what: string, pointer: string, others: number): Problem {
  if (others < 2) return problem("not-imported", others === 0 ? "one" : "two", { what, pointer });
  return problem("not-imported", "more", { what, pointer, count: grouped(others) });
}
