/** From OpenAPI documents to field specs: texts in, texts out. */
import { type Checked, hasErrors, type SourceFile } from "../diagnostics.js";
import { namesApart } from "./apart.js";
import { families, type FamilyName } from "./documented/families.js";
import { documentedSpec } from "./documented/names.js";
import { Findings } from "./findings.js";
import { componentsIn } from "./graph.js";
import { type Component, Library, type ReadFile } from "./library.js";
import { operationSpec } from "./operation-models.js";
import { type Operation, readOperations } from "./operations.js";
import type { Place } from "./place.js";
import { allComponents, qualifiedNames } from "./qualified.js";
import { readDocument } from "./read-document.js";
import { SchemaReader } from "./schema-reader.js";
import { type PlannedFile, specFiles } from "./spec-files.js";
import type { SpecNames } from "./spec-names.js";
import { SpecTypes } from "./spec-types.js";
import { SpecYaml } from "./spec-yaml.js";
import type { Upgrade } from "./swagger.js";

export interface ImportOptions {
  /** The documented families whose names and choice of models to keep; without one, names are qualified. */
  readonly families?: readonly FamilyName[];
  /** Whether to leave operations alone: no models for parameters and for bodies that are written in place. */
  readonly modelsOnly?: boolean;
  /** Reads a file that a `$ref` names, relative to where the documents' paths start. */
  readonly readFile?: ReadFile;
  /** Needed where a document is Swagger 2.0 (see `isSwagger`). */
  readonly upgrade?: Upgrade;
}

export interface Import extends Checked<readonly SourceFile[]> {
  readonly counts: ImportCounts;
}

export interface ImportCounts {
  readonly documents: number;
  readonly operations: number;
  /** How many of the documents' component schemas are part of the spec. */
  readonly components: number;
  /** How many component schemas gave way to one of the same name in a later document. */
  readonly replaced: number;
  /** How many component schemas are not part of the spec because no operation uses them. */
  readonly unused: number;
  /** What could not be said, by kind, and how often; each has a diagnostic with all its places. */
  readonly dropped: ReadonlyMap<string, number>;
}

/**
 * The spec files for the documents, merged in their order. Paths are relative to the spec's folder. With an error there is
 * no value. Equal documents give equal texts.
 */
export function importOpenApi(documents: readonly SourceFile[], options: ImportOptions = {}): Import {
  const findings = new Findings();
  const roots = documents.flatMap((source) => {
    const { value, diagnostics } = readDocument(source, options.upgrade);
    findings.add(diagnostics);
    return value ?? [];
  });
  const library = new Library(roots, options.readFile, findings);
  const { files, ...counts } = roots.length < documents.length ? nothingRead : imported(library, options, findings);
  const { diagnostics, dropped } = findings;
  return {
    value: hasErrors(diagnostics) ? undefined : files,
    diagnostics,
    counts: { ...counts, documents: documents.length, replaced: library.replaced, dropped },
  };
}

const nothingRead = { files: [], operations: 0, components: 0, unused: 0 };

/** Which components become part of the spec, and under which names. */
interface Selection {
  readonly components: readonly Component[];
  /** Those that only error responses use, where these are kept apart. */
  readonly errors: ReadonlySet<Component>;
  readonly names: SpecNames;
}

function imported(library: Library, options: ImportOptions, findings: Findings) {
  const operations = readOperations(library, findings);
  const schemas = new SchemaReader(library, findings, options.families === undefined ? "references" : "documented");
  const { components, errors, names } = select(library, operations, schemas, options);
  const own = options.modelsOnly === true ? [] : operations;
  const ofOperations = operationSpec(own, schemas, components.map(names.key), findings);
  const all = namesApart(components, schemas, {
    ...names,
    inline: (declaration) => names.inline(declaration) ?? ofOperations.inline.get(declaration),
  });
  const files = components.map((component): PlannedFile => {
    const key = names.key(component);
    const model = { key, schema: schemas.component(component), names: names.keyNames(component) };
    const namespace = errors.has(component) ? "errors" : undefined;
    return { name: key, namespace, remark: undefined, models: [model, ...all.beside(component)] };
  });
  return {
    files: specFiles([...files, ...ofOperations.files], new SpecYaml(all.names, new SpecTypes(schemas), findings)),
    operations: operations.length,
    components: components.length,
    unused: [...library.schemas.values()].filter((each) => !names.includes(each)).length,
  };
}

function select(
  library: Library,
  operations: readonly Operation[],
  schemas: SchemaReader,
  options: ImportOptions,
): Selection {
  if (options.families !== undefined)
    return documentedSpec(
      operations,
      schemas,
      options.families.map((name) => families[name]),
    );
  const own = options.modelsOnly === true ? [] : operations;
  const used = own.flatMap(schemasOf).flatMap((place) => [...componentsIn(schemas.read(place))]);
  const components = allComponents(library, schemas, used);
  return { components, errors: new Set(), names: qualifiedNames(components, schemas) };
}

function schemasOf({ parameters, requestBodies, responses }: Operation): readonly Place[] {
  return [
    ...requestBodies,
    ...parameters.flatMap((each) => each.schema ?? []),
    ...responses.map((each) => each.schema),
  ];
}
