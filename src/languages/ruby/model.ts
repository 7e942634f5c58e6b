/** The class of a model. */
import { isRequired } from "../../spec/fields.js";
import type { Field, Model, Slot } from "../../spec/spec.js";
import type { NamedField } from "../../names/rules.js";
import { docComment, lineWidth } from "./comments.js";
import type { RubyContext } from "./context.js";
import { defaultValue } from "./defaults.js";
import { fileView, librariesFor } from "./file.js";
import { call, filled, inLines, listed } from "./layout.js";
import { rubyScalar, rubyString } from "./literals.js";
import { typeSpeller } from "./signatures.js";
import { declaredSlot, noted } from "./types.js";
import type { FieldView, LinesView, ModelView, ParameterView, TypeView } from "./view.js";

export function modelView(model: Model, context: RubyContext): ModelView {
  const typeOf = typeSpeller(model, context);
  const fields = context.names.fields(model).map(({ name, field }) => ({ name, field, type: typeOf(readSlot(field)) }));
  const keepsOthers = model.additionalFields !== "reject";
  const others = typeOf({ type: { kind: "map", values: othersOf(model) }, nullable: false });
  const parameters = [...parametersOf(fields, model, context), ...(keepsOthers ? [othersParameter(others)] : [])];
  return {
    ...fileView(model, context, model.abstract ? ["abstract"] : []),
    libraries: librariesFor([...fields.map(({ field }) => field.type), othersOf(model).type]),
    fields: fields.map(fieldView),
    keepsOthers,
    others,
    parameters,
    signature: signatureOf(parameters),
    values: valuesOf(fields, keepsOthers),
    declarations: [
      ...fields.flatMap(({ name, field }) => noted(field.type, declarationOf(name, field, model, context))),
      ...othersDeclaration(model, context),
    ],
  };
}

interface TypedField extends NamedField {
  /** What its reader returns. */
  readonly type: TypeView;
}

function fieldView({ name, field, type }: TypedField): FieldView {
  return { name, comment: docComment(field, 4, [`return [${type.yard}]`]), type };
}

/** A reader returns nil for what is absent, too. */
function readSlot(field: Field): Slot {
  return { type: field.type, nullable: field.nullable || !isRequired(field) };
}

/** Those that must be given stand first. */
function parametersOf(fields: readonly TypedField[], model: Model, context: RubyContext): readonly ParameterView[] {
  const parameters = fields.map((each) => parameterOf(each, model, context));
  return [...parameters.filter((each) => each.isRequired), ...parameters.filter((each) => !each.isRequired)];
}

function parameterOf({ name, field, type }: TypedField, model: Model, context: RubyContext): ParameterView {
  const standIn = standInFor(field, model, context);
  return {
    name,
    source: standIn === undefined ? `${name}:` : `${name}: ${standIn}`,
    isRequired: standIn === undefined,
    type: isRequired(field) ? type : omittable(type, context),
  };
}

function othersParameter(type: TypeView): ParameterView {
  return { name: "additional_properties", source: "additional_properties: {}", isRequired: false, type };
}

/** What `initialize` takes where a person gives nothing; undefined where a person must. */
function standInFor(field: Field, model: Model, context: RubyContext): string | undefined {
  if (field.default !== undefined) return defaultValue(field.default, field, model, context);
  if (!field.required) return "OMITTED";
  return field.type.kind === "constant" && !field.nullable ? rubyScalar(field.type.value) : undefined;
}

function omittable({ yard, rbs, rbi }: TypeView, { support }: RubyContext): TypeView {
  const omitted = `::${support}::Omitted`;
  return {
    yard,
    rbs: rbs === "untyped" ? rbs : `${rbs} | ${omitted}`,
    rbi: rbi === "T.untyped" ? rbi : `T.any(${rbi}, ${omitted})`,
  };
}

function signatureOf(parameters: readonly ParameterView[]): LinesView {
  const sources = parameters.map(({ source }) => source);
  return inLines(sources.join(", "), listed(sources), "    def initialize()".length);
}

function valuesOf(fields: readonly NamedField[], keepsOthers: boolean): LinesView {
  const names = fields.map(({ name }) => `${name}:`);
  const others = keepsOthers ? ["additional_properties"] : [];
  const line = [names.length === 0 ? "{}" : `{ ${names.join(", ")} }`, ...others].join(", ");
  const width = lineWidth - "          ".length;
  const lines = [`{ ${filled(names, width).join("\n          ")} }`, ...others];
  return inLines(line, listed(lines), "      super()".length);
}

function declarationOf(name: string, field: Field, model: Model, context: RubyContext): LinesView {
  const key = rubyString(field.name);
  const parts = [key, declaredSlot(field, model, context), ...(key === `"${name}"` ? [] : [`as: :${name}`])];
  return call(isRequired(field) ? "required" : "optional", parts);
}

function othersDeclaration(model: Model, context: RubyContext): readonly LinesView[] {
  const { additionalFields } = model;
  if (additionalFields === "keep") return [];
  if (additionalFields === "reject") return [call("additional", ["nothing"])];
  return noted(additionalFields.type, call("additional", [declaredSlot(additionalFields, model, context)]));
}

/** What fields that are not declared may hold. */
function othersOf({ additionalFields }: Model): Slot {
  if (typeof additionalFields !== "string") return additionalFields;
  return { type: { kind: "scalar", scalar: "any", constraints: {} }, nullable: true };
}
