/** Descriptions, examples, deprecations and external documentation of a schema. */
import type { Findings } from "./findings.js";
import type { Place } from "./place.js";
import type { Declaration, Deprecation, ExternalDocs, Notes } from "./schema.js";

export const nothingSaid: Notes = {
  description: undefined,
  examples: [],
  deprecated: undefined,
  externalDocs: undefined,
};

/** The keywords that document a schema without changing what it allows. */
export const annotations: ReadonlySet<string> = new Set([
  "title",
  "description",
  "example",
  "examples",
  "deprecated",
  "x-speakeasy-deprecation-message",
  "x-speakeasy-deprecation-replacement",
  "externalDocs",
  "default",
  "readOnly",
  "writeOnly",
]);

/** Merges documentation; later values override earlier ones. */
export function addedTo(notes: Notes, later: Notes): Notes {
  return {
    description: later.description ?? notes.description,
    examples: later.examples.length > 0 ? later.examples : notes.examples,
    deprecated: later.deprecated ?? notes.deprecated,
    externalDocs: later.externalDocs ?? notes.externalDocs,
  };
}

/** The documentation of several schemas that become one: the values on which all agree. */
export function notesInCommon(all: readonly Notes[]): Notes {
  const [description, ...others] = new Set(all.flatMap((each) => each.description ?? []));
  const deprecations = all.flatMap(({ deprecated }) => deprecated ?? []);
  return {
    description: others.length === 0 ? description : undefined,
    examples: all.flatMap(({ examples }) => examples),
    deprecated: deprecations.length === all.length ? deprecations[0] : undefined,
    externalDocs: all.find(({ externalDocs }) => externalDocs !== undefined)?.externalDocs,
  };
}

/** The documentation of a schema or parameter. Diagnostics: wrong-kind. */
export function notesOf(keys: ReadonlyMap<string, Place>, findings: Findings): Notes {
  return {
    description: findings.text(keys.get("description")) || undefined,
    examples: examplesOf(keys, findings).filter((each) => findings.isSayable(each)),
    deprecated: deprecationOf(keys, findings),
    externalDocs: externalDocsOf(keys.get("externalDocs"), findings),
  };
}

/** The one `example`, else the `examples`: a list in JSON Schema, named objects with a `value` in OpenAPI. */
function examplesOf(keys: ReadonlyMap<string, Place>, findings: Findings): readonly Place[] {
  const [example, examples] = [keys.get("example"), keys.get("examples")];
  if (example === undefined && examples?.isMapping) {
    return [...examples.entries()].flatMap(([, each]) => each.get("value") ?? []);
  }
  if (example === undefined) return [...findings.items(examples)];
  if (examples !== undefined) findings.loss("examples", examples);
  return [example];
}

function deprecationOf(keys: ReadonlyMap<string, Place>, findings: Findings): Deprecation | undefined {
  if (!findings.flag(keys.get("deprecated"))) return undefined;
  const message = findings.text(keys.get("x-speakeasy-deprecation-message"));
  return {
    message: message?.replace(/\.\s*$/, "") || undefined,
    use: findings.text(keys.get("x-speakeasy-deprecation-replacement")) || undefined,
  };
}

function externalDocsOf(place: Place | undefined, findings: Findings): ExternalDocs | undefined {
  if (place === undefined) return undefined;
  const { url, description } = Object.fromEntries(findings.entries(place));
  const address = findings.text(url);
  if (address !== undefined && /^[^\s<>]+$/.test(address))
    return { url: address, description: findings.text(description) || undefined };
  findings.loss("externalDocs", place);
  return undefined;
}

/** The title of a schema, unless it is empty. */
function titleIn(keys: ReadonlyMap<string, Place>): Place | undefined {
  const title = keys.get("title");
  return title?.text ? title : undefined;
}

/** What a declaration says besides its content. */
export function namingOf(
  { keys, place }: { readonly keys: ReadonlyMap<string, Place>; readonly place: Place },
  findings: Findings,
): Pick<Declaration, "title" | "notes" | "place"> {
  return { title: titleIn(keys), notes: notesOf(keys, findings), place };
}
