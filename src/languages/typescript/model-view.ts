/** What the template `model` sees. */
import { builders } from "prettier/doc";
import type { Block } from "../../code/blocks.js";
import { code, type Code, compose, type Doc, type Piece, simplest, type Stack } from "../../code/code.js";
import type { NamedField } from "../../names/rules.js";
import type { Deprecation, Field, Model } from "../../spec/spec.js";
import type { Json } from "../../text/json.js";
import { deprecationText } from "../../docs/texts.js";
import { type FieldFacts, fieldFacts, modelFacts } from "../facts.js";
import { comment } from "./comments.js";
import { runtime } from "./dialect.js";
import { atom, call, property } from "./expressions.js";
import { literal, quoted } from "./literals.js";
import type { TypeScriptNames } from "./names.js";
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
  /** Whether the class declares properties, and whether a caller may give any. */
  readonly hasProperties: boolean;
  readonly hasInput: boolean;
  readonly additional: AdditionalView;
};

/** What the template sees beside that. */
export type ClassView = ModelView & {
  /** All before the class's members: `export class Cat extends … {` */
  readonly heading: Code;
  readonly readers: ReadersView;
};
export type InterfaceView = ModelView & {
  /** The type of all entries of its fields. */
  readonly fieldsType: Code;
  readonly functions: FunctionsView;
};

export type FieldView = FieldFacts & {
  readonly comment: Block;
  /** Only that it is deprecated: editors look for this where the property is declared. */
  readonly deprecationComment: Block;
  /** `name: t.required("key", …)` */
  readonly entry: Code;
  /** What a model is built from: the type, and whether it must be given. */
  readonly inputType: Piece;
  readonly isInputRequired: boolean;
};

/** What a model does with fields that it does not know. */
export type AdditionalView = {
  /** Whether a caller may give some. */
  readonly isAllowed: boolean;
  /** Whether they have a type of their own, which may be none. */
  readonly isTyped: boolean;
  /** The type of all of them. */
  readonly type: Code;
  /** The value of the runtime that reads one of them, and its type. */
  readonly reader: Code;
  readonly readerType: Code;
  /** The type of those that a model is built from. */
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
  });
}

function fieldView(named: NamedField, model: Model, types: Types, names: TypeScriptNames): FieldView {
  const { name, field } = named;
  const given = field.default === undefined ? undefined : literal(field.default);
  const facts = fieldFacts(named, { type: simplest(types.held(field)), default: given }, writer);
  const { isRequired, commentLines, isDeprecated } = facts;
  const initial = initialOf(field);
  const input = types.given(field);
  const isInputRequired = isRequired && initial === undefined;
  const deprecation =
    field.deprecated === undefined ? "" : deprecationText(withPropertyName(field.deprecated, model, names));
  const entry = call(
    runtime(isRequired ? "required" : "optional"),
    atom(quoted(field.name), "string"),
    types.reader(field),
    ...(initial === undefined ? [] : [literal(initial)]),
  );
  return Object.assign(facts, {
    comment: comment(
      { commentLines, isDeprecated, deprecation },
      { externalDocs: field.externalDocs, default: initial },
    ),
    deprecationComment: comment({ commentLines: [], isDeprecated, deprecation }),
    entry: property(name, entry),
    inputType: simplest(isInputRequired ? input : orUndefined(input)),
    isInputRequired,
  });
}

/** What a caller need not give: the default, which may be null, or the one value that a required field can have. */
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

/** What to use instead of a field is said in JSON's words; a comment of a property names the other property. */
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
