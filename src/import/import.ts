/** Converts OpenAPI documents to field specs, as strings. */
import { problem } from "../diagnostics/problem.js";
import type { Checked, Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { languages } from "../languages/index.js";
import { namesApart } from "./apart.js";
import { Directions } from "./directions.js";
import type { FamilyName } from "./documented/families.js";
import { documentedValues } from "./documented/enum-members.js";
import { distinctValues } from "./enum-names.js";
import { endlessFields } from "./endless.js";
import { FieldNames } from "./field-names.js";
import { type Fidelity, fidelityOf, lossesOf, type ReportedLoss } from "./fidelity.js";
import { Findings } from "./findings.js";
import { Library, type ReadFile } from "./library.js";
import { operationSpec } from "./operation-models.js";
import { type Operation, readOperations } from "./operations.js";
import type { Place } from "./place.js";
import { readDocument } from "./read-document.js";
import { Schemas } from "./schemas.js";
import { select } from "./select.js";
import type { Selection } from "./selection.js";
import { type PlannedFile, specFiles } from "./spec-files.js";
import type { SpecNames } from "./spec-names.js";
import { SpecTypes } from "./spec-types.js";
import { SpecYaml } from "./spec-yaml.js";
import { TypeTexts } from "./type-texts.js";
import type { Upgrade } from "./swagger.js";

export interface ImportOptions {
  /** The documented families whose names and choice of models to use; without one, names are qualified. */
  readonly families?: readonly FamilyName[];
  /** Whether to ignore operations: no models for parameters and inline bodies. */
  readonly modelsOnly?: boolean;
  /** Whether a spot that cannot be understood is an error. */
  readonly strict?: boolean;
  /** Reads a file that a `$ref` names, relative to where the documents' paths start. */
  readonly readFile?: ReadFile;
  /** Required if a document is Swagger 2.0 (see `isSwagger`). */
  readonly upgrade?: Upgrade;
}

export interface Import extends Checked<readonly SourceFile[]> {
  readonly counts: ImportCounts;
  /** The diagnostics for a person: the first places of each, and losses without effect on values as one line. */
  readonly brief: readonly Diagnostic[];
  /** How much of the documents arrived in the spec. */
  readonly fidelity: Fidelity;
  /** What did not, at each place. */
  readonly losses: readonly ReportedLoss[];
}

export interface ImportCounts {
  readonly documents: number;
  readonly operations: number;
  /** How many of the documents' component schemas are part of the spec. */
  readonly components: number;
  /** How many component schemas were replaced by one of the same name in a later document. */
  readonly replaced: number;
  /** How many component schemas are not part of the spec because no operation uses them. */
  readonly unused: number;
}

/**
 * The spec files for the documents, merged in order. Paths are relative to the spec's folder. There is no value if
 * there is an error. The same documents give the same files.
 */
export function importOpenApi(documents: readonly SourceFile[], options: ImportOptions = {}): Import {
  const findings = new Findings(options.strict);
  const roots = documents.flatMap((source) => readDocument(source, options.upgrade, findings) ?? []);
  // After a missing document, references to its components would be reported too.
  const library = new Library(roots.length < documents.length ? [] : roots, options.readFile, findings);
  const read = readAll(library, options, findings);
  const files = findings.hasMistakes ? [] : specOf(read, options, findings);
  if (files.length === 0 && !findings.hasMistakes) findings.add(roots.slice(0, 1).map(nothingImported));
  const counts = { ...countsOf(read, library), documents: documents.length };
  return {
    value: findings.haveErrors ? undefined : files,
    get diagnostics() {
      return findings.diagnostics;
    },
    get brief() {
      return findings.brief;
    },
    get fidelity() {
      const parameters = read.operations.flatMap((each) => each.parameters.map(({ schema }) => schema));
      return fidelityOf(read.schemas.all, new Set(parameters), counts.unused + counts.replaced, findings.all);
    },
    get losses() {
      return lossesOf(findings.all);
    },
    counts,
  };
}

function nothingImported(document: Place): Diagnostic {
  const place = document.get("openapi") ?? document;
  return { ...problem("nothing-to-do", "import"), span: place.span };
}

/** Everything that was read from the documents, before names are chosen. */
interface Read {
  readonly operations: readonly Operation[];
  readonly schemas: Schemas;
  readonly selection: Selection;
}

function readAll(library: Library, { families, modelsOnly }: ImportOptions, findings: Findings): Read {
  const operations = readOperations(library, findings);
  const schemas = new Schemas(library, findings, families === undefined ? "references" : "documented");
  const walked = modelsOnly === true && families === undefined ? [] : operations;
  return { operations, schemas, selection: select(library, walked, schemas, families) };
}

function specOf(
  { operations, schemas, selection }: Read,
  { modelsOnly, families }: ImportOptions,
  findings: Findings,
): readonly SourceFile[] {
  const { components, errors, identity } = selection;
  const directions = new Directions(components, schemas);
  const names = selection.name(directions, findings);
  const ofOperations = operationSpec(
    modelsOnly === true ? [] : operations,
    { schemas, directions, taken: components.map(names.key) },
    findings,
  );
  const inline: SpecNames["inline"] = (declaration) =>
    names.inline(declaration) ?? ofOperations.inline.get(declaration);
  const apart = namesApart(components, schemas, { ...names, inline }, identity);
  const files = components.map((component): PlannedFile => {
    const key = names.key(component);
    const model = { key, schema: schemas.component(component), names: names.keyNames(component) };
    const namespace = errors.has(component) ? "errors" : undefined;
    return { name: key, namespace, remark: undefined, models: [model, ...apart.beside(component)] };
  });
  const decisions = {
    schemas,
    names: apart.names,
    fieldNames: new FieldNames(schemas, languages),
    distinct: families === undefined ? distinctValues(languages) : documentedValues(languages),
    optional: endlessFields(components, schemas, findings),
    types: new SpecTypes(schemas),
    texts: new TypeTexts(apart.names, schemas, findings),
    keepsExamples: families !== undefined,
  };
  return specFiles([...files, ...ofOperations.files], new SpecYaml(decisions, findings));
}

function countsOf({ operations, selection: { components } }: Read, { schemas, replaced }: Library) {
  const selected = new Set(components);
  const unused = [...schemas.values()].filter((each) => !selected.has(each)).length;
  return {
    operations: operations.length,
    components: components.filter(({ isMade }) => isMade !== true).length,
    unused,
    replaced,
  };
}
