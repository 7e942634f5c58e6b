/** The merged documents of an import, and the resolution of `$ref`. */
import { dirname, isAbsolute, join, normalize } from "node:path/posix";
import { problem } from "../diagnostics/problem.js";
import type { Checked, Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { Suggestions } from "../shape/suggest.js";
import type { Findings, Remedy } from "./findings.js";
import { given } from "./keywords.js";
import { Place, pointerParts } from "./place.js";
import { readValue } from "./read-document.js";

/** A schema with a name. */
export interface Component {
  readonly name: string;
  readonly place: Place;
  /** Set if it is made by the import and in no document. */
  readonly isMade?: true;
}

/** The target of a `$ref`: a schema with a name, or a part of another value. */
export type Target = { readonly component: Component } | { readonly place: Place };

/** Reads a file that a `$ref` names. Diagnostics: forbidden-ref, and those of reading a file. */
export type ReadFile = (path: string) => Checked<SourceFile>;

/** A document and the keys in it that a `$ref` names. */
interface Location {
  readonly document: Place;
  readonly keys: readonly string[];
}

export class Library {
  /** The component schemas of all documents, by name; a later document replaces one of the same name. */
  readonly schemas: ReadonlyMap<string, Component>;
  /** By path, with the reason why a file is not read; without one, that has been reported. */
  readonly #files = new Map<string, Place | Diagnostic | undefined>();
  readonly #external = new Map<string, Component>();
  readonly #targets = new Map<Place, Target | undefined>();
  readonly #components: Map<Place, Component>;
  readonly #names: Set<string>;
  /** By the place without the key. */
  readonly #suggestions = new Map<string, Suggestions>();

  constructor(
    readonly documents: readonly Place[],
    private readonly readFile: ReadFile | undefined,
    private readonly findings: Findings,
  ) {
    for (const document of documents) this.#files.set(document.file, document);
    this.schemas = new Map(this.#componentSchemas());
    this.#components = new Map([...this.schemas.values()].map((component) => [component.place, component]));
    this.#names = new Set(this.schemas.keys());
  }

  /** How many component schemas gave way to one of the same name in a later document. */
  get replaced(): number {
    const all = this.documents.reduce(
      (sum, document) => sum + (document.find(["components", "schemas"])?.size ?? 0),
      0,
    );
    return all - this.schemas.size;
  }

  /** The target of a schema's `$ref`. Spots: unresolved-ref, forbidden-ref, wrong-kind. */
  schemaAt(ref: Place): Target | undefined {
    if (!this.#targets.has(ref)) this.#targets.set(ref, this.#target(ref));
    return this.#targets.get(ref);
  }

  #target(ref: Place): Target | undefined {
    const location = this.#location(ref, "any");
    if (location === undefined) return undefined;
    const { document, keys } = location;
    const shared = this.#sharedSchema(document, keys);
    if (shared !== undefined) return { component: shared };
    const place = this.#find(location, ref, "any");
    if (place === undefined) return undefined;
    return isNamed(document, keys) ? { component: this.#externalSchema(document, keys, place) } : { place };
  }

  /** The target of a discriminator's mapping. Diagnostics: as for `schemaAt`. */
  mapped(place: Place): Component | undefined {
    const named = this.schemas.get(place.text ?? "");
    if (named !== undefined || !/[#/.]/.test(place.text ?? "")) return named;
    const target = this.schemaAt(place);
    return target !== undefined && "component" in target ? target.component : undefined;
  }

  /** The component that a schema is, if it is one itself. */
  componentAt(schema: Place): Component | undefined {
    return this.#components.get(schema);
  }

  /** A parameter, response, body or path item: the value itself, or the target of its `$ref`. */
  follow(place: Place): Place | undefined {
    const visited = new Set<Place>();
    for (let at: Place | undefined = place; at !== undefined;) {
      const ref: Place | undefined = given(at.get("$ref"));
      if (ref === undefined) return at;
      if (visited.has(at)) {
        this.findings.spot((pointer) => problem("circular-ref", "ref", { pointer }), ref);
        return undefined;
      }
      visited.add(at);
      const location: Location | undefined = this.#location(ref, "ignored");
      at = location && this.#find(location, ref, "ignored");
    }
    return undefined;
  }

  *#componentSchemas(): Iterable<[string, Component]> {
    for (const document of this.documents) {
      const schemas = this.findings.entries(document.find(["components", "schemas"]));
      for (const [name, place] of schemas) yield [name, { name, place }];
    }
  }

  #location(ref: Place, remedy: Remedy): Location | undefined {
    const text = ref.text;
    if (text === undefined) {
      this.findings.wrongKind(ref, "a string", remedy);
      return undefined;
    }
    const [path = "", fragment = ""] = splitOnce(text, "#");
    const document = this.#file(path, ref, remedy);
    if (document === undefined) return undefined;
    if (fragment !== "" && !fragment.startsWith("/")) {
      return this.#unresolved(ref, remedy, "anchor");
    }
    return { document, keys: pointerParts(fragment) };
  }

  #file(path: string, ref: Place, remedy: Remedy): Place | undefined {
    if (path === "") return ref.root;
    if (/^[a-z][a-z0-9+.-]+:/i.test(path)) {
      return this.#unresolved(ref, remedy, "network");
    }
    const decoded = percentDecoded(path);
    const file = isAbsolute(decoded) ? normalize(decoded) : join(dirname(ref.file), decoded);
    if (!this.#files.has(file)) this.#files.set(file, this.#read(file));
    const found = this.#files.get(file);
    return found === undefined || found instanceof Place ? found : this.#unread(ref, remedy, found);
  }

  #read(file: string): Place | Diagnostic | undefined {
    const { value: source, diagnostics } = this.readFile?.(file) ?? { value: undefined, diagnostics: [] };
    if (source === undefined) return diagnostics[0] ?? problem("file-not-found", "file", { path: file });
    this.findings.add(diagnostics);
    return readValue(source, this.findings);
  }

  #unread(ref: Place, remedy: Remedy, { code, message: reason, hint }: Diagnostic): undefined {
    const words = { target: quoted(ref), reason };
    const isForbidden = code === "forbidden-ref";
    this.findings.spot(
      (pointer) =>
        isForbidden
          ? problem("forbidden-ref", "ref", { ...words, pointer })
          : problem("unresolved-ref", "file", { ...words, pointer }),
      ref,
      remedy,
      hint,
    );
  }

  /** The value at a path; `components` of any document contains those of all documents. */
  #find({ document, keys }: Location, ref: Place, remedy: Remedy): Place | undefined {
    const candidates =
      keys[0] === "components" && this.documents.includes(document) ? this.documents.toReversed() : [document];
    for (const each of candidates) {
      const place = each.find(keys);
      if (place !== undefined) return place;
    }
    return this.#unresolved(ref, remedy, "target", this.#suggestion(keys, candidates));
  }

  #suggestion(keys: readonly string[], documents: readonly Place[]): string | undefined {
    const parent = keys.slice(0, -1);
    const id = JSON.stringify([documents[0]?.file, parent]);
    let suggestions = this.#suggestions.get(id);
    if (suggestions === undefined) {
      const entries = documents.flatMap((each) => [...(each.find(parent)?.entries() ?? [])]);
      suggestions = new Suggestions(entries.map(([key]) => key));
      this.#suggestions.set(id, suggestions);
    }
    return suggestions.didYouMean(keys.at(-1) ?? "");
  }

  #unresolved(ref: Place, remedy: Remedy, reason: "target" | "anchor" | "network", hint?: string): undefined {
    const target = quoted(ref);
    this.findings.spot((pointer) => problem("unresolved-ref", reason, { target, pointer }), ref, remedy, hint);
  }

  #sharedSchema(document: Place, keys: readonly string[]): Component | undefined {
    const [first, second, name, ...rest] = keys;
    const isShared =
      first === "components" && second === "schemas" && rest.length === 0 && this.documents.includes(document);
    return isShared && name !== undefined ? this.schemas.get(name) : undefined;
  }

  #externalSchema(document: Place, keys: readonly string[], place: Place): Component {
    const id = `${document.file}#/${keys.join("/")}`;
    const known = this.#external.get(id);
    if (known !== undefined) return known;
    const component = { name: this.#freeName(document.file, keys), place };
    this.#names.add(component.name);
    this.#external.set(id, component);
    this.#components.set(place, component);
    return component;
  }

  /**
   * A schema of another file is named after its key or file, with the file and as many of its folders in front as make
   * the name a free one.
   */
  #freeName(file: string, keys: readonly string[]): string {
    const path = [...file.replace(/\.[^./]*$/, "").split("/"), ...keys];
    const shortest = keys.at(-1) ?? path.at(-1) ?? "";
    const ofFile = path.slice(0, path.length - keys.length);
    const longer = ofFile.map((_, index) => [...ofFile.slice(-index - 1), ...keys.slice(-1)].join("_"));
    const candidates = [shortest, ...longer, path.join("_")];
    return candidates.find((each) => !this.#names.has(each)) ?? `${path.join("_")}_${this.#names.size}`;
  }
}

function quoted(ref: Place): string {
  return JSON.stringify(ref.text);
}

/** Whether these keys are the path of a named schema, not of a part of one. */
function isNamed(document: Place, keys: readonly string[]): boolean {
  const section = keys.at(-2);
  if (section === undefined) return document.get("openapi") === undefined;
  return section === "schemas" || section === "definitions" || section === "$defs";
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
