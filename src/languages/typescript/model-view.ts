/** The view of the template `model`. */
import { builders } from "prettier/doc";
import type { Block } from "../../code/blocks.js";
import { code, type Code, compose, type Doc, type Piece, simplest, type Stack } from "../../code/code.js";
import type { NamedField } from "../../names/rules.js";
import { isRequired, otherKeys } from "../../spec/fields.js";
import type { Deprecation, Field, Model } from "../../spec/spec.js";
import type { Json } from "../../text/json.js";
import { deprecationText } from "../../docs/texts.js";
import { type FieldFacts, fieldFacts, modelFacts } from "../facts.js";
import { comment, replacedBy } from "./comments.js";
import { runtime } from "./dialect.js";
import { atom, call, type Expression, property } from "./expressions.js";
import { type FormerName, formerNames } from "./former-names.js";
import { literal, quoted } from "./literals.js";
import type { TypeScriptNames } from "./names.js";
import { type QuickFieldView, quickFieldView, type QuickView, quickView } from "./quick-view.js";
import { type FunctionsView, functionsView, modelReaders, type ReadersView } from "./readers-view.js";
import type { Scope } from "./scope.js";
import { generic, keyword, reference, type TypeExpression, union } from "./type-expressions.js";
import { type Types, typesIn } from "./types.js";
import { writer } from "./writer.js";

const { group, hardline, ifBreak, indent, line } = builders;

export type ModelView = ReturnType<typeof modelFacts> & {
  readonly name: string;
  readonly comment: Block;
  readonly fields: readonly FieldView[];
  /** Whether the class declares properties, and whether callers may pass any fields. */
  readonly hasProperties: boolean;
  readonly hasInput: boolean;
  readonly additional: AdditionalView;
  readonly quick: QuickView;
  /** Getters under names that fields had before. */
  readonly formerFields: readonly FormerFieldView[];
  readonly formerNames: readonly FormerName[];
};

export type FormerFieldView = {
  readonly comment: Block;
  readonly name: string;
  /** The property. */
  readonly now: string;
  readonly type: Piece;
};

/** The rest of the template's view. */
export type ClassView = ModelView & {
  /** The code before the class's members: `export class Cat extends … {` */
  readonly heading: Code;
  readonly readers: ReadersView;
};
export type InterfaceView = ModelView & {
  /** The type of all field entries. */
  readonly fieldsType: Code;
  readonly functions: FunctionsView;
};

export type FieldView = FieldFacts & {
  readonly quick: QuickFieldView;
  readonly comment: Block;
  /** `name: t.required("key", …)` */
  readonly entry: Code;
  /** The type that callers pass, and whether the field is required. */
  readonly inputType: Piece;
  readonly isInputRequired: boolean;
};

/** How a model handles undeclared fields. */
export type AdditionalView = {
  /** Whether callers may pass undeclared fields. */
  readonly isAllowed: boolean;
  /** Whether the spec declares their type, or forbids them. */
  readonly isTyped: boolean;
  /** The type of the object that holds them. */
  readonly type: Code;
  /** The runtime value that reads one of them, and its type. */
  readonly reader: Code;
  readonly readerType: Code;
  /** The type of the object that callers pass. */
  readonly inputType: Code;
};

export function classView(model: Model, scope: Scope, names: TypeScriptNames): ClassView {
  const name = names.className(model);
  return Object.assign(modelView(model, scope, names), {
    heading: heading(model.abstract ? "export abstract class" : "export class", name, scope.model),
    readers: modelReaders(name),
  });
}

export function interfaceView(model: Model, scope: Scope, names: TypeScriptNames): InterfaceView {
  const name = names.className(model);
  return Object.assign(modelView(model, scope, names), {
    fieldsType: generic(runtime("Fields"), reference(name), reference(`${name}.Init`)),
    functions: functionsView(name, call(runtime("model"), atom(name)), "Record<string, unknown>"),
  });
}

function modelView(model: Model, scope: Scope, names: TypeScriptNames): ModelView {
  const facts = modelFacts(model, writer);
  const types = typesIn(scope, names);
  const additional = additionalView(model, types);
  const hasFields = model.fields.length > 0;
  return Object.assign(facts, {
    name: names.className(model),
    comment: comment(facts, model),
    fields: names.fields(model).map((field) => fieldView(field, model, types, names)),
    hasProperties: hasFields || additional.isTyped,
    hasInput: hasFields || additional.isAllowed,
    additional,
    quick: quickView(model, names.className(model)),
    formerFields: names.formerFields(model).map(({ name, now: { name: now, field } }) => {
      const type = types.held(field);
      return { comment: replacedBy(now), name, now, type: simplest(isRequired(field) ? type : orUndefined(type)) };
    }),
    formerNames: formerNames(model, names),
  });
}

function fieldView(named: NamedField, model: Model, types: Types, names: TypeScriptNames): FieldView {
  const { name, field } = named;
  const given = field.default === undefined ? undefined : literal(field.default);
  const facts = fieldFacts(named, { type: simplest(types.held(field)), default: given }, writer);
  const { commentLines, isDeprecated } = facts;
  const initial = initialOf(field);
  const input = types.given(field);
  const isInputRequired = facts.isRequired && initial === undefined;
  const deprecation =
    field.deprecated === undefined ? "" : deprecationText(withPropertyName(field.deprecated, model, names));
  const declared = call(
    runtime(facts.isRequired ? "required" : "optional"),
    atom(quoted(field.name), "string"),
    taggedReader(field, types),
    ...(initial === undefined ? [] : [literal(initial)]),
  );
  const others = otherKeys(field).map((key) => atom(quoted(key), "string"));
  const entry = others.length === 0 ? declared : call(runtime("aliased"), declared, ...others);
  return Object.assign(facts, {
    comment: comment(
      { commentLines, isDeprecated, deprecation },
      { externalDocs: field.externalDocs, default: initial },
    ),
    quick: quickFieldView(name, field),
    entry: property(name, entry),
    inputType: simplest(isInputRequired ? input : orUndefined(input)),
    isInputRequired,
  });
}

/** A reader that checks the tags of its model. */
function taggedReader(field: Field, types: Types): Expression {
  const reader = types.reader(field);
  if (field.tags === undefined) return reader;
  return call(runtime("constrained"), reader, call(runtime("tags"), ...field.tags.map(literal)));
}

/** The value of a field that callers need not pass: its default, which may be null, or the constant of a required field. */
function initialOf({ default: given, required, type }: Field): Json | undefined {
  if (given !== undefined || !required) return given;
  return type.kind === "constant" ? type.value : undefined;
}

function additionalView({ additionalFields }: Model, types: Types): AdditionalView {
  const isTyped = additionalFields !== "keep";
  const isAllowed = additionalFields !== "reject";
  const values = isTyped && isAllowed ? additionalFields : undefined;
  const type = values === undefined ? keyword(isAllowed ? "unknown" : "never") : types.held(values);
  const input = values === undefined ? type : types.given(values);
  return {
    isAllowed,
    isTyped,
    type: generic(runtime("Dictionary"), type),
    reader: values === undefined ? runtime(isAllowed ? "any" : "none") : types.reader(values),
    readerType: generic(runtime("Type"), type),
    inputType: orUndefined(generic(runtime("Dictionary"), input)),
  };
}

function orUndefined(type: TypeExpression): TypeExpression {
  return union([type, undefinedType]);
}

const undefinedType = keyword("undefined");

/** The field's description uses the JSON name of the replacement; the property's comment uses its property name. */
function withPropertyName(deprecated: Deprecation, model: Model, names: TypeScriptNames): Deprecation {
  if (deprecated.use === undefined) return deprecated;
  const other = model.fields.find(({ name }) => name === deprecated.use);
  return other === undefined ? deprecated : { ...deprecated, use: names.fieldName(other) };
}

function heading(keywords: string, name: string, base: Piece): Code {
  const parent = code`${base}<${name}.Init>`;
  const clauses = [`extends ${parent.flat}`, `implements ${name}.Init`];
  const open = `${keywords} ${name}`;
  const doc = (): Doc => {
    const id = Symbol("heading");
    const implemented = ["implements", group(indent([line, `${name}.Init`]))];
    const broken = indent([line, `extends ${parent.flat}`, line, implemented]);
    return [group([open, broken], { id }), ifBreak(hardline, " ", { groupId: id }), "{"];
  };
  const stacks = (): readonly Stack[] => [{ open, items: clauses, separator: "", close: "{" }];
  return compose([parent], `${open} ${clauses.join(" ")} {`, doc, stacks);
}
