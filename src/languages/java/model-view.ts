/** The class file of a model. */
import { type Code, piece, type Piece } from "../../code/code.js";
import { clause, list } from "../../code/layouts.js";
import type { Former, NamedField } from "../../names/rules.js";
import type { Page } from "../../render/page.js";
import { referencesIn } from "../../spec/references.js";
import type { Definition, Model, Union } from "../../spec/spec.js";
import { modelFacts } from "../facts.js";
import { capitalizedNames } from "./accessors.js";
import { additionalName, additionalSlot, additionalView } from "./additional-view.js";
import { checks, hasChecks, tagChecks } from "./checks.js";
import { call, continuation } from "./dialect.js";
import { fieldView, type HeldField, heldField, heldPrimitive, isWrapped, type ModelFile } from "./field-view.js";
import { filePage, fileOf, innerName } from "./file.js";
import { jsonView } from "./json-view.js";
import { textLiteral } from "./literals.js";
import { memberPath } from "./paths.js";
import { requirementsOf } from "./requirements.js";
import { isLooselyEqual } from "./types.js";
import { innerNames } from "./union-members.js";
import type { World } from "./world.js";

export function modelPage(model: Model, world: World): Page {
  const named = world.names.fields(model);
  const former = world.names.formerFields(model);
  const file = modelFileOf(model, world);
  const { builder } = file;
  const unions = world.unionsOf(model);

  const all = withFormer(named, former);
  const capitalized = capitalizedNames(all);
  const accessors = all.map((each, index) => world.accessors.accessor(each, capitalized[index]!));
  const held: HeldField[] = [];
  const fields = named.map((each, index) => {
    const field = heldField(each, file);
    held.push(field);
    const formerMethods = former.flatMap(({ now, name }, at) =>
      now.field === each.field ? [{ name, accessor: accessors[named.length + at]! }] : [],
    );
    const methods = { accessor: accessors[index]!, capitalizedName: capitalized[index]!, former: formerMethods };
    return fieldView(field, methods, replacementOf(each, named, accessors));
  });
  const additional = additionalView(model.additionalFields, file);
  const interfaces = unions.map(file.className);
  const declaration = `public final class ${world.names.className(model)}`;
  const requirements = requirementsOf(model, named, file);
  const body = {
    builder,
    ...modelFacts(model, file.facts),
    declaration: interfaces.length === 0 ? declaration : clause(declaration, "implements", interfaces, continuation),
    interfaces,
    keys: keysOf(named),
    fields,
    additional,
    validation: validationView(model, named, file),
    ...objectMethods(held, additional.isKept, file),
    defaults: defaultsOf(held),
    requirements,
    json: jsonView(model, held, file),
  };
  return filePage(file, "classes/model", { uses: usedBy(model, unions) }, body);
}

/** The fields by all names that they have and had. */
function withFormer(named: readonly NamedField[], former: readonly Former<NamedField>[]): readonly NamedField[] {
  return [...named, ...former.map(({ name, now: { field } }) => ({ name, field }))];
}

/** The names in a model's file that depend on all of its fields. */
export interface ModelNames extends Pick<ModelFile, "builder" | "additionalName" | "nullableSetter"> {
  readonly innerNames: ReadonlySet<string>;
}

export function modelNamesOf(model: Model, world: World): ModelNames {
  const builder = innerName("Builder", model, world);
  const named = withFormer(world.names.fields(model), world.names.formerFields(model));
  const inherited = world.unionsOf(model).flatMap((union) => innerNames(union, world));
  const innerClasses = [builder, innerName("Json", model, world), ...inherited];
  return {
    innerNames: new Set([...innerClasses, ...named.map(({ name }) => name)]),
    ...{ builder, additionalName: additionalName(named), nullableSetter: nullableSetters(named) },
  };
}

/** The file of a model, before any of it is spelled. */
export function modelFileOf(model: Model, world: World, names: ModelNames = modelNamesOf(model, world)): ModelFile {
  const { innerNames: inner, ...others } = names;
  return Object.assign(fileOf(model, world, inner), others);
}

/** A name that no field has: `nickNullable` for `nick`. */
function nullableSetters(fields: readonly NamedField[]): (field: string) => string {
  const taken = new Set(fields.map(({ name }) => name));
  return (field) => {
    let name = `${field}Nullable`;
    while (taken.has(name)) name += "_";
    return name;
  };
}

/** The JSON names in order, as the value of an annotation. */
function keysOf(fields: readonly NamedField[]): Code {
  const style = { indentation: 4, isClosedOnOwnLine: true, trailing: "," };
  return list(
    "{",
    fields.map(({ field }) => textLiteral(field.name)),
    "}",
    style,
  );
}

/** The replacement of a deprecated field, if it is a field of the same model. */
function replacementOf(
  { field }: NamedField,
  fields: readonly NamedField[],
  accessors: readonly string[],
): string | undefined {
  const use = field.deprecated?.use;
  if (use === undefined) return undefined;
  const found = fields.find((each) => each.field.name === use) ?? fields.find((each) => each.name === use);
  return found && `#${accessors[fields.indexOf(found)]}()`;
}

type ValidationView = {
  readonly statements: readonly Piece[];
  /** Methods that hold the statements if there are too many for one method. */
  readonly methods: readonly { readonly name: string; readonly statements: readonly Piece[] }[];
};

/** This many statements always fit in the 64 KB of a method. */
const statementsInMethod = 500;

function validationView(model: Model, fields: readonly NamedField[], file: ModelFile): ValidationView {
  const checked = fields.filter(({ field }) => hasChecks(field.type) || field.tags !== undefined);
  const statements = checked.flatMap(({ name, field }) => {
    const value = isWrapped(field) ? `this.${name}.orElse(null)` : `this.${name}`;
    const place = { path: textLiteral(memberPath(field.name)), value };
    return [...checks(field.type, place, file), ...tagChecks(field.tags, place)];
  });
  const additional = additionalSlot(model.additionalFields);
  if (additional !== undefined) {
    const all = { path: '"$"', value: `this.${file.additionalName}` };
    statements.push(...checks({ kind: "map", values: additional, constraints: {} }, all, file));
  }
  return inMethods(statements);
}

function inMethods(statements: readonly Piece[]): ValidationView {
  if (statements.length <= statementsInMethod) return { statements, methods: [] };
  const methods = Array.from({ length: Math.ceil(statements.length / statementsInMethod) }, (_, index) => ({
    name: `validate${index + 1}`,
    statements: statements.slice(index * statementsInMethod, (index + 1) * statementsInMethod),
  }));
  return { statements: methods.map(({ name }) => `this.${name}(validation);`), methods };
}

/** Deeply nested expressions, such as long call chains, overflow the compiler's stack. */
const fieldsInExpression = 200;

/** The code of `equals`, `hashCode` and `toString`; large models use an array. */
function objectMethods(fields: readonly HeldField[], isKept: boolean, file: ModelFile) {
  const properties = fields.map((held) => ({ name: held.name, equality: equality(held) }));
  const isLoose = isKept || fields.some(({ field }) => isLooselyEqual(field.type));
  if (isKept) properties.push({ name: file.additionalName, equality: equalObjects(file.additionalName, true, file) });
  const values = properties.map(({ name }) => `this.${name}`);
  return {
    isLarge: fields.length > fieldsInExpression,
    properties,
    hash: call(piece`${file.library(isLoose ? "Equality" : "Objects")}.hash(`, values),
    array: call(piece`new ${file.library("Object")}[] {`, values, "}"),
  };
}

function equality(held: HeldField): Piece {
  const { name, field, file } = held;
  const primitive = heldPrimitive(held);
  if (primitive !== undefined && primitive !== "double") return `this.${name} == that.${name}`;
  return equalObjects(name, isLooselyEqual(field.type), file);
}

function equalObjects(name: string, isLoose: boolean, { library }: ModelFile): Code {
  const equals = isLoose ? piece`${library("Equality")}.equal(` : piece`${library("Objects")}.equals(`;
  return call(equals, [`this.${name}`, `that.${name}`]);
}

function defaultsOf(fields: readonly HeldField[]): readonly { readonly name: string; readonly value: Piece }[] {
  return fields.flatMap(({ name, initial, isNullable, file }) => {
    if (initial === undefined) return [];
    return [{ name, value: isNullable ? piece`${file.library("JsonNullable")}.of(${initial})` : initial }];
  });
}

/** The definitions whose classes the file mentions. */
function usedBy(model: Model, unions: readonly Union[]): readonly Definition[] {
  const additional = additionalSlot(model.additionalFields);
  const types = [...model.fields.map(({ type }) => type), ...(additional === undefined ? [] : [additional.type])];
  return [...unions, ...types.flatMap(referencesIn)];
}
