/** The class of a model. */
import { commaSeparated, flatOf, piece, type Piece } from "../../code/code.js";
import { filledList, list } from "../../code/layouts.js";
import { isRequired, otherKeys } from "../../spec/fields.js";
import type { Model, Slot } from "../../spec/spec.js";
import type { NamedField } from "../../names/rules.js";
import { fieldFacts, modelFacts } from "../facts.js";
import { docComment } from "./comments.js";
import type { RubyContext } from "./context.js";
import { copsOfField, copsOfLiterals } from "./cops.js";
import { defaultValue, parameterDefault } from "./defaults.js";
import { onLines } from "./dialect.js";
import { fileView } from "./file.js";
import { rubyScalar, rubyString } from "./literals.js";
import { scalars } from "./scalars.js";
import { typeSpellers, type TypeSpellers } from "./signatures.js";
import { aliases, declaration, declaredSlot, formerNames, noted, typeDeclarer } from "./types.js";
import type { FieldView, ModelView, ParameterView, TypeView } from "./view.js";
import { writer } from "./writer.js";

export function modelView(model: Model, context: RubyContext): ModelView {
  const spellers = typeSpellers(model, context);
  const fields = context.names.fields(model).map((named) => spelledField(named, spellers, model, context));
  const keepsOthers = model.additionalFields !== "reject";
  const othersSlot: Slot = { type: { kind: "map", values: othersOf(model), constraints: {} }, nullable: false };
  const others = spellers.held(othersSlot);
  const parameters = [
    ...parametersOf(fields, context),
    ...(keepsOthers ? [othersParameter(spellers.given(othersSlot))] : []),
  ];
  const declarations = declarationsOf(fields, model, context);
  const literals = copsOfLiterals([...declarations, ...parameters.map((each) => each.declaration)]);
  return {
    ...fileView(model, context, {
      tags: model.abstract ? ["abstract"] : [],
      cops: [...fields.flatMap(({ name }) => copsOfField(name)), ...literals],
    }),
    ...modelFacts(model, writer),
    fields: fields.map(fieldView),
    formerFields: fields.flatMap(({ name: now, types, former }) => former.map((name) => ({ ...types, name, now }))),
    keepsOthers,
    others,
    parameters,
    signature: list(
      "",
      parameters.map((each) => each.declaration),
      "",
      onLines,
    ),
    arguments: argumentsOf(fields, keepsOthers),
    declarations,
  };
}

interface SpelledField extends NamedField {
  /** The names that it had before. */
  readonly former: readonly string[];
  /** The type that the reader returns. */
  readonly types: TypeView;
  /** The type that callers may pass. */
  readonly given: TypeView;
  readonly default: Piece | undefined;
  /** The default of its parameter of `new`. */
  readonly parameterDefault: Piece | undefined;
}

function spelledField(
  { name, field }: NamedField,
  { held, given }: TypeSpellers,
  model: Model,
  context: RubyContext,
): SpelledField {
  const slot: Slot = { type: field.type, nullable: field.nullable || !isRequired(field) };
  const defaultCode = (toCode: typeof defaultValue): Piece | undefined =>
    field.default === undefined ? undefined : toCode(field.default, field, model, context);
  const former = context.names.formerFields(model).flatMap((each) => (each.now.field === field ? each.name : []));
  return {
    name,
    field,
    former,
    types: held(slot),
    given: given(slot),
    default: defaultCode(defaultValue),
    parameterDefault: defaultCode(parameterDefault),
  };
}

function fieldView(spelled: SpelledField): FieldView {
  const { field, types } = spelled;
  const { type, yardType, rbsType, rbiType } = types;
  const facts = fieldFacts(spelled, { type, default: spelled.default }, writer);
  const comment = docComment(field, [`return [${flatOf(yardType)}]`]);
  return Object.assign(facts, { yardType, rbsType, rbiType, comment });
}

/** Required parameters come first. */
function parametersOf(fields: readonly SpelledField[], context: RubyContext): readonly ParameterView[] {
  const parameters = fields.flatMap((each) => parametersOfField(each, context));
  return [...parameters.filter((each) => each.isRequired), ...parameters.filter((each) => !each.isRequired)];
}

/** The parameter; after one for each former name, which gives it its default. */
function parametersOfField(spelled: SpelledField, context: RubyContext): readonly ParameterView[] {
  const { name, field, given, former } = spelled;
  const types = isRequired(field) ? given : omittable(given, context);
  let standIn = standInFor(spelled) ?? (former.length === 0 ? undefined : "OMITTED");
  return [...former, name].map((each) => {
    const declaration = standIn === undefined ? `${each}:` : piece`${each}: ${standIn}`;
    const isParameterRequired = standIn === undefined;
    if (former.length > 0) standIn = each;
    return { name: each, declaration, isRequired: isParameterRequired, isFormer: each !== name, ...types };
  });
}

function othersParameter(types: TypeView): ParameterView {
  return {
    name: "additional_properties",
    declaration: "additional_properties: {}",
    isRequired: false,
    isFormer: false,
    ...types,
  };
}

/** The default of a parameter of `initialize`; undefined if the parameter is required. */
function standInFor({ field, parameterDefault: given }: SpelledField): Piece | undefined {
  if (given !== undefined) return given;
  if (!field.required) return "OMITTED";
  return field.type.kind === "constant" && !field.nullable ? rubyScalar(field.type.value) : undefined;
}

function omittable({ type, yardType, rbsType, rbiType }: TypeView, { support }: RubyContext): TypeView {
  const omitted = `::${support}::Omitted`;
  return {
    type,
    yardType,
    rbsType: rbsType === scalars.any.rbs ? rbsType : piece`${rbsType} | ${omitted}`,
    rbiType: rbiType === scalars.any.rbi ? rbiType : piece`T.any(${rbiType}, ${omitted})`,
  };
}

function argumentsOf(fields: readonly NamedField[], keepsOthers: boolean): Piece {
  const names = fields.map(({ name }) => `${name}:`);
  const hash = names.length === 0 ? "{}" : filledList("{ ", names, " }", 2);
  return list("", [hash, ...(keepsOthers ? ["additional_properties"] : [])], "", onLines);
}

function declarationsOf(fields: readonly SpelledField[], model: Model, context: RubyContext): readonly Piece[] {
  const declaredType = typeDeclarer(model, context);
  const declared = (slot: Slot): Piece => declaredSlot(declaredType(slot.type), slot);
  const { additionalFields: others } = model;
  return [
    ...fields.flatMap(({ name, field, former }) => {
      const key = rubyString(field.name);
      const as = field.name === name ? [] : [`as: :${name}`];
      const tags = field.tags === undefined ? [] : [piece`tags: [${commaSeparated(field.tags.map(rubyScalar))}]`];
      const word = isRequired(field) ? "required" : "optional";
      return noted(
        field.type,
        declaration(word, [key, declared(field), ...as, ...tags, ...aliases(otherKeys(field)), ...formerNames(former)]),
      );
    }),
    ...(others === "reject" ? [declaration("additional", ["nothing"])] : []),
    ...(typeof others === "string" ? [] : noted(others.type, declaration("additional", [declared(others)]))),
  ];
}

/** The type of undeclared fields. */
function othersOf({ additionalFields }: Model): Slot {
  if (typeof additionalFields !== "string") return additionalFields;
  return { type: { kind: "scalar", scalar: "any", constraints: {} }, nullable: true };
}
