/** What an import has to tell: mistakes of the documents, and what had to be left out. */
import { type Diagnostic, type DiagnosticCode, hasErrors } from "../diagnostics/diagnostic.js";
import { kindInWords, type Place, problem } from "./place.js";

export class Findings {
  readonly #problems: Diagnostic[] = [];
  readonly #told = new Set<string>();
  /** By what was lost, then by where it stands in the document that people know. */
  readonly #losses = new Map<string, Map<string, Place>>();

  add(diagnostics: readonly Diagnostic[]): void {
    for (const each of diagnostics) this.#problems.push(each);
  }

  /** A mistake; told once however often the place is read. */
  error(code: DiagnosticCode, place: Place, message: string, hint?: string): void {
    const { file, start } = place.span;
    const id = `${code} ${start} ${file}`;
    if (!this.#told.has(id)) this.#problems.push(problem(code, place, message, { hint }));
    this.#told.add(id);
  }

  /** The keys and values of what must be an object, if it is there. Diagnostics: wrong-kind. */
  entries(place: Place | undefined): Iterable<readonly [string, Place]> {
    if (place !== undefined && !place.isMapping) this.#wrongKind(place, "an object");
    return place?.entries() ?? [];
  }

  /** The items of what must be a list, if it is there. Diagnostics: wrong-kind. */
  items(place: Place | undefined): Iterable<Place> {
    if (place !== undefined && !place.isSequence) this.#wrongKind(place, "a list");
    return place?.items() ?? [];
  }

  /** The text of what must be one, if it is there. Diagnostics: wrong-kind. */
  text(place: Place | undefined): string | undefined {
    if (place !== undefined && place.text === undefined) this.#wrongKind(place, "a text");
    return place?.text;
  }

  /** Whether what must be true or false, if it is there, is true. Diagnostics: wrong-kind. */
  flag(place: Place | undefined): boolean {
    if (place !== undefined && typeof place.scalar !== "boolean") this.#wrongKind(place, "true or false");
    return place?.scalar === true;
  }

  #wrongKind(place: Place, wanted: string): void {
    this.error("wrong-kind", place, `The value at ${place.pointer} must be ${wanted}, not ${kindInWords(place)}`);
  }

  /**
   * Something that a spec cannot say.
   *
   * @param what in words that are the same for each place of its kind: `"patternProperties" has no counterpart`
   */
  loss(what: string, place: Place): void {
    const places = this.#losses.get(what) ?? new Map<string, Place>();
    this.#losses.set(what, places);
    const at = `${place.pointer} ${place.file}`;
    if (!places.has(at)) places.set(at, place);
  }

  /** Whether all numbers in a value can be written in a spec; otherwise it is told as lost. */
  isSayable(value: Place): boolean {
    if (!value.isFinite) this.loss("a number that is no finite double", value);
    return value.isFinite;
  }

  get hasMistakes(): boolean {
    return hasErrors(this.#problems);
  }

  /** How much was left out, by kind, in the order met. */
  get dropped(): ReadonlyMap<string, number> {
    return new Map([...this.#losses].map(([what, places]) => [what, places.size]));
  }

  /** The mistakes, then one warning for each kind of loss with all of its places. */
  get diagnostics(): readonly Diagnostic[] {
    return [
      ...this.#problems,
      ...[...this.#losses].map(([what, places]) => lossDiagnostic(what, [...places.values()])),
    ];
  }
}

function lossDiagnostic(what: string, places: readonly Place[]): Diagnostic {
  const [first, ...others] = places as [Place, ...Place[]];
  const count = others.length === 0 ? "" : ` and at ${others.length} more ${others.length === 1 ? "place" : "places"}`;
  const related = others.map((place) => ({ message: `at ${place.pointer}`, span: place.span }));
  return problem("not-imported", first, `Left out at ${first.pointer}${count}: ${what}`, {
    severity: "warning",
    related,
  });
}
