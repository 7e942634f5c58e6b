/** The operations of the merged documents: their inputs and outputs, as schemas that have not been read yet. */
import type { Findings } from "./findings.js";
import type { Library } from "./library.js";
import { annotations } from "./notes.js";
import type { Place } from "./place.js";

export interface Operation {
  /** `operationId`, or made from method and path: `get_pets_id`. */
  readonly id: string;
  readonly path: string;
  readonly method: string;
  /** Whether the API calls it, as a webhook. */
  readonly isWebhook: boolean;
  readonly place: Place;
  readonly parameters: readonly Parameter[];
  /** One schema for each media type. */
  readonly requestBodies: readonly Place[];
  readonly responses: readonly Response[];
}

export interface Parameter {
  readonly name: string;
  /** `query`, `path`, `header` or `cookie`. */
  readonly location: string;
  readonly place: Place;
  /** Undefined if it has no schema. */
  readonly schema: Place | undefined;
}

export interface Response {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly schema: Place;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/**
 * The operations in the order of the documents; of two with the same path and method, that of the later document at the
 * position of the first.
 */
export function readOperations(library: Library, findings: Findings): readonly Operation[] {
  const operations = new Map<string, Map<string, Operation>>();
  for (const { path, isWebhook, place: reference } of pathItems(library, findings)) {
    const item = library.follow(reference);
    if (item === undefined) continue;
    const ofPath = operations.get(path) ?? new Map<string, Operation>();
    operations.set(path, ofPath);
    reportUnread(item.entries(), ["additionalOperations"], findings);
    for (const [method, reference] of findings.entries(item)) {
      const place = methods.includes(method) ? library.follow(reference) : undefined;
      if (place === undefined) continue;
      reportUnread(findings.entries(place), ["callbacks"], findings);
      ofPath.set(method, readOperation({ path, method, isWebhook, place }, item, library, findings));
    }
  }
  return [...operations.values()].flatMap((each) => [...each.values()]);
}

function* pathItems(
  { documents }: Library,
  findings: Findings,
): Iterable<Pick<Operation, "path" | "isWebhook" | "place">> {
  for (const document of documents) {
    const paths = document.get("paths");
    if (paths !== undefined) reportUnread(paths.entries(), [], findings);
    for (const [path, place] of findings.entries(paths)) {
      if (!path.startsWith("x-")) yield { path, isWebhook: false, place };
    }
  }
  for (const document of documents) {
    for (const [path, place] of findings.entries(document.get("webhooks"))) yield { path, isWebhook: true, place };
  }
}

type Known = Pick<Operation, "path" | "method" | "isWebhook" | "place">;

function readOperation(known: Known, item: Place, library: Library, findings: Findings): Operation {
  const { path, method, place } = known;
  const requestBody = place.get("requestBody");
  const body = requestBody && library.follow(requestBody);
  if (body !== undefined) reportUnread(body.entries(), [], findings);
  return {
    ...known,
    id:
      findings.text(place.get("operationId")) ||
      `${method}_${path.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_|_$/g, "")}`,
    parameters: readParameters([item, place], library, findings),
    requestBodies: body === undefined ? [] : schemasOf(body, library, findings),
    responses: readResponses(place, library, findings),
  };
}

/**
 * The parameters of the path, then those of the operation, which override parameters with the same name and location.
 */
function readParameters(owners: readonly Place[], library: Library, findings: Findings): readonly Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const owner of owners) {
    for (const each of findings.items(owner.get("parameters"))) {
      const place = library.follow(each);
      const name = place && findings.text(place.get("name"));
      if (place === undefined || name === undefined) continue;
      reportUnread(place.entries(), ["allowEmptyValue"], findings);
      const location = findings.text(place.get("in")) ?? "";
      const schema = place.get("schema") ?? schemasOf(place, library, findings)[0];
      parameters.set(`${location} ${name}`, { name, location, place, schema });
    }
  }
  return [...parameters.values()];
}

function readResponses(operation: Place, library: Library, findings: Findings): readonly Response[] {
  const responses = operation.get("responses");
  if (responses !== undefined) reportUnread(responses.entries(), [], findings);
  return [...findings.entries(responses)].flatMap(([status, reference]) => {
    const response = status.startsWith("x-") ? undefined : library.follow(reference);
    if (response === undefined) return [];
    reportUnread(response.entries(), ["links"], findings);
    const headers = response.get("headers");
    if (headers !== undefined) findings.loss("headers", headers);
    return schemasOf(response, library, findings).map((schema) => ({ status, schema }));
  });
}

/** The schemas of a body, response or parameter with `content`, one per media type. */
function schemasOf(place: Place, library: Library, findings: Findings): readonly Place[] {
  return [...findings.entries(place.get("content"))].flatMap(([, each]) => {
    const media = library.follow(each);
    if (media === undefined) return [];
    reportUnread(media.entries(), ["itemSchema"], findings);
    return media.get("schema") ?? [];
  });
}

/** Reports extensions, and those of these keys that are there. */
function reportUnread(entries: Iterable<readonly [string, Place]>, keys: readonly string[], findings: Findings): void {
  for (const [key, value] of entries) {
    const isExtension = key.startsWith("x-") && !annotations.has(key);
    if (isExtension || keys.includes(key)) findings.loss("keyword", value, { keyword: key });
  }
}
