/** What the template `model` sees. Code is laid out here, since how it is broken depends on its width. */
import { builders } from "prettier/doc";
import type { Json } from "../../text/json.js";
import type { Deprecation, Field, Model } from "../../spec/spec.js";
import { comment, type CommentView } from "./comments.js";
import { atom, call, property } from "./expressions.js";
import { type Code, type Doc, fits, lay } from "./layout.js";
import { literal, quoted } from "./literals.js";
import type { NamedField } from "../../names/rules.js";
import type { TypeScriptNames } from "./names.js";
import { type ReadersView, readersView, returning } from "./readers-view.js";
import type { Scope } from "./scope.js";
import { generic, keyword, type TypeExpression, union } from "./type-expressions.js";
import { inputType, slotReader, slotType } from "./types.js";

const { group, hardline, ifBreak, indent, line } = builders;

export type ModelView = {
  readonly name: string;
  readonly comment: CommentView;
  /** All before the class's members: `export class Cat extends … {` */
  readonly heading: string;
  readonly fields: readonly FieldView[];
  /** Whether the class declares properties, and whether a person may give any. */
  readonly hasProperties: boolean;
  readonly hasInput: boolean;
  readonly additional: AdditionalView;
  readonly readers: ReadersView;
};

export type FieldView = {
  /** The name of the property, and the name in JSON. */
  readonly name: string;
  readonly key: string;
  readonly isRequired: boolean;
  /** The property's type on one line. */
  readonly type: string;
  readonly comment: CommentView;
  /** Only that it is deprecated: editors look for this where the property is declared. */
  readonly deprecation: CommentView;
  /** `declare readonly name: type;` */
  readonly declaration: string;
  /** `name: t.required("key", …),` */
  readonly entry: string;
  /** `readonly name: type;` of what a model is built from */
  readonly input: string;
};

/** What a model does with fields that it does not know. */
export type AdditionalView = {
  /** Whether a person may give some. */
  readonly isAllowed: boolean;
  /** Whether they have a type of their own, which may be none. */
  readonly isTyped: boolean;
  /** `declare readonly additionalProperties: …;` */
  readonly declaration: string;
  /** `static override additionalProperties(): … {` and its body */
  readonly signature: string;
  readonly body: string;
  /** `readonly additionalProperties?: …;` of what a model is built from */
  readonly input: string;
};

export function modelView(model: Model, scope: Scope, names: TypeScriptNames): ModelView {
  const name = scope.nameOf(model);
  const additional = additionalView(model, scope);
  const hasFields = model.fields.length > 0;
  return {
    name,
    comment: comment(0, model),
    heading: lay({ indent: 0 }, heading(model.abstract ? "export abstract class" : "export class", name)),
    fields: names.fields(model).map((field) => fieldView(field, model, scope, names)),
    hasProperties: hasFields || additional.isTyped,
    hasInput: hasFields || additional.isAllowed,
    additional,
    readers: readersView(name, call("t.model", atom(name)), "static "),
  };
}

function fieldView({ name, field }: NamedField, model: Model, scope: Scope, names: TypeScriptNames): FieldView {
  const key = quoted(field.name);
  const isRequired = field.required && field.default === undefined;
  const initial = initialOf(field);
  const type = slotType(field, scope);
  const input = inputType(field, scope);
  const isNeeded = isRequired && initial === undefined;
  const mark = isRequired ? "" : "?";
  const deprecated = withPropertyName(field.deprecated, model, names);
  const defaults = initial === undefined ? [] : [literal(initial)];
  const entry = call(
    isRequired ? "t.required" : "t.optional",
    atom(key, "string"),
    slotReader(field, scope),
    ...defaults,
  );
  return {
    name,
    key,
    isRequired,
    type: type.flat,
    comment: comment(4, {
      description: field.description,
      externalDocs: field.externalDocs,
      deprecated,
      default: initial,
    }),
    deprecation: comment(2, { deprecated }),
    declaration: lay({ indent: 2, before: `declare readonly ${name}${mark}: `, after: ";" }, type),
    entry: lay({ indent: 6, after: "," }, property(name, entry)),
    input: isNeeded
      ? lay({ indent: 4, before: `readonly ${name}: `, after: ";" }, input)
      : lay({ indent: 4, before: `readonly ${name}?: `, after: ";" }, orUndefined(input)),
  };
}

/** What a person need not give: the default, which may be null, or the one value that a required field can have. */
function initialOf({ default: given, required, type }: Field): Json | undefined {
  if (given !== undefined || !required) return given;
  return type.kind === "constant" ? type.value : undefined;
}

function additionalView({ additionalFields }: Model, scope: Scope): AdditionalView {
  const isTyped = additionalFields !== "keep";
  const isAllowed = additionalFields !== "reject";
  const values = isTyped && isAllowed ? additionalFields : undefined;
  const type = values === undefined ? keyword(isAllowed ? "unknown" : "never") : slotType(values, scope);
  const input = generic("t.Dictionary", values === undefined ? type : inputType(values, scope));
  const before = "declare readonly additionalProperties: ";
  return {
    isAllowed,
    isTyped,
    declaration: lay({ indent: 2, before, after: ";" }, generic("t.Dictionary", type)),
    signature: lay(
      { indent: 2, before: "static override additionalProperties(): ", after: " {" },
      generic("t.Type", type),
    ),
    body: returning(values === undefined ? atom(isAllowed ? "t.any" : "t.none") : slotReader(values, scope)),
    input: lay({ indent: 4, before: "readonly additionalProperties?: ", after: ";" }, orUndefined(input)),
  };
}

function orUndefined(type: TypeExpression): TypeExpression {
  return union([type, undefinedType]);
}

const undefinedType = keyword("undefined");

/** What to use instead of a field is said in JSON's words; a comment of a property names the other property. */
function withPropertyName(
  deprecated: Deprecation | undefined,
  model: Model,
  names: TypeScriptNames,
): Deprecation | undefined {
  if (deprecated?.use === undefined) return deprecated;
  const other = model.fields.find(({ name }) => name === deprecated.use);
  return other === undefined ? deprecated : { ...deprecated, use: names.fieldName(other) };
}

function heading(keywords: string, name: string): Code {
  const parent = `extends t.Model<${name}.Init>`;
  const id = Symbol("heading");
  const doc = (): Doc => [
    group([`${keywords} ${name}`, indent([line, parent, line, "implements", group(indent([line, `${name}.Init`]))])], {
      id,
    }),
    ifBreak(hardline, " ", { groupId: id }),
    "{",
  ];
  const broken = (): string | undefined => {
    const lines = [`${keywords} ${name}`, `  ${parent}`, `  implements ${name}.Init`];
    return lines.every((each) => fits(0, each)) ? [...lines, "{"].join("\n") : undefined;
  };
  return { flat: `${keywords} ${name} ${parent} implements ${name}.Init {`, breaks: false, doc, broken };
}
