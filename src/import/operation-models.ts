/** Models for the parameters and inline bodies of operations. */
import { InlineNames } from "./derived-names.js";
import type { Directions } from "./directions.js";
import type { Findings } from "./findings.js";
import { bodyNames } from "./body-names.js";
import { declarationsIn } from "./graph.js";
import type { Several } from "./in-common.js";
import { readable } from "./keys.js";
import { reportPropertyLosses } from "./losses.js";
import { NameSet } from "./name-set.js";
import { addedTo, nothingSaid, notesOf } from "./notes.js";
import type { Operation, Parameter } from "./operations.js";
import type { Place } from "./place.js";
import { grouped, signatureOf } from "./same-type.js";
import type { Declaration, Field, ModelDeclaration, Schema } from "./schema.js";
import type { Schemas } from "./schemas.js";
import type { PlannedFile, PlannedModel } from "./spec-files.js";
import type { InlineName } from "./spec-names.js";
import { anything } from "./typed.js";

export interface OperationSpec {
  /** One file for each operation with models. */
  readonly files: readonly PlannedFile[];
  /** Inline types that need a name other than the default. */
  readonly inline: ReadonlyMap<Declaration, InlineName>;
}

/** The models that operation models must not clash with. */
export interface Surroundings {
  readonly schemas: Schemas;
  readonly directions: Directions;
  /** The names of components, which models of operations cannot have. */
  readonly taken: readonly string[];
}

export function operationSpec(
  operations: readonly Operation[],
  { schemas, directions, taken }: Surroundings,
  findings: Findings,
): OperationSpec {
  const names = new NameSet();
  for (const each of taken) names.take(each);
  const inline = new InlineNames(schemas, directions, names, findings);
  const files = operations
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((operation): PlannedFile => {
      const models = [...modelsOf(operation, schemas, findings)].map(([suffix, schema]): PlannedModel => {
        const ids = [operation.id, `${operation.id}_operation`, `${operation.method}_${operation.path}`] as const;
        const [wanted, ...others] = ids.map((id) => readable(`${id}_${suffix}`));
        const key = names.takeFirst([wanted ?? "", ...others], directions.ofType(schema.type));
        inline.add(schema.type, key);
        return { key, schema, names: new Map() };
      });
      const { id, method, path } = operation;
      return {
        name: id,
        namespace: "operations",
        remark: `${method.toUpperCase()} ${path.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, " ")}`,
        models,
      };
    });
  return { files: files.filter(({ models }) => models.length > 0), inline: inline.names };
}

function* modelsOf(operation: Operation, schemas: Schemas, findings: Findings): Iterable<readonly [string, Schema]> {
  const { parameters, requestBodies, responses, place } = operation;
  if (parameters.length > 0) yield ["parameters", parametersModel(parameters, place, schemas, findings)];
  yield* bodyModels("request_body", requestBodies, schemas, findings);
  const statuses = [...new Set(responses.map((each) => each.status))];
  for (const status of statuses) {
    const suffix = /^2/.test(status) && statuses.filter((each) => /^2/.test(each)).length === 1 ? "" : `_${status}`;
    const ofStatus = responses.filter((each) => each.status === status).map((each) => each.schema);
    yield* bodyModels(`response_body${suffix}`, ofStatus, schemas, findings);
  }
}

/** The bodies with a type that needs a name; media types with the same structure are one. */
function* bodyModels(
  suffix: string,
  bodies: readonly Place[],
  schemas: Schemas,
  findings: Findings,
): Iterable<readonly [string, Schema]> {
  const read = new Map(bodies.map((place) => [schemas.read(place), place]));
  for (const each of read.keys()) reportPropertyLosses(each, findings);
  const named = [...read.keys()].filter((schema) => [...declarationsIn(schema)].length > 0);
  const groups = grouped(named.toReversed(), ({ type }) => signatureOf(type));
  const inOrder = groups.toReversed().map((group) => group.toReversed() as readonly Schema[] as Several);
  const names = bodyNames(inOrder.map((group) => group.map((each) => read.get(each) ?? each.place)));
  for (const [index, group] of inOrder.entries())
    yield [[suffix, names[index]].join("_").replace(/_$/, ""), schemas.inCommon(group)];
}

function parametersModel(parameters: readonly Parameter[], place: Place, schemas: Schemas, findings: Findings): Schema {
  const fields = new Map<string, Field>();
  for (const each of parameters) {
    if (fields.has(each.name)) findings.loss("parameter", each.place);
    else fields.set(each.name, parameterField(each, schemas, findings));
  }
  const type: ModelDeclaration = {
    kind: "model",
    title: undefined,
    notes: nothingSaid,
    place,
    extends: [],
    fields: [...fields.values()],
    additionalFields: undefined,
  };
  return { type, nullable: false, notes: nothingSaid, default: undefined, readOnly: false, writeOnly: false, place };
}

/** The documentation of a parameter overrides that of its schema. */
function parameterField({ name, location, place, schema }: Parameter, schemas: Schemas, findings: Findings): Field {
  const read = schema === undefined ? anything(place) : schemas.read(schema);
  const notes = addedTo(read.notes, notesOf(new Map(place.entries()), findings));
  return { name, required: findings.flag(place.get("required")), schema: { ...read, notes }, remark: location };
}
