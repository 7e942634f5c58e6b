/** Sample values for usage examples: an author's example if it fits the type, otherwise a made-up value. */
import { type Code, code, type Piece, symbol } from "../../code/code.js";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../text/json.js";
import type { Definition, Enum, Field, Model, Scalar, Slot, Type, Union } from "../../spec/spec.js";
import { array, atom, call, type Expression, object, property } from "./expressions.js";
import { keyLiteral, literal } from "./literals.js";
import { functionNames, type TypeScriptNames } from "./names.js";
import { misfit } from "../../spec/fits.js";
import { keyOf } from "../../docs/json-example.js";
import { tagsOf, tagsOfMember } from "../../spec/union-tags.js";
import { type ScalarRow, type Scalars, scalarsOfMembers } from "./scalars.js";

export interface Samples {
  /** `new shared.Cat({ … })`, or `shared.createCat({ … })` */
  model(model: Model): Expression;
  /** `shared.Status.Active`: the first member, or the one with the given value; undefined if there is none. */
  member(definition: Enum, value?: Json): Expression | undefined;
  /** A value of a member of a union. A model has the tag that selects it. */
  value(union: Union, type: Type): Expression;
}

/** The context of a value. */
interface Place {
  readonly scalars: Scalars;
  /** Whether the expression must have the type itself, and is not passed to a function that builds a model. */
  readonly isAlone: boolean;
}

export function samplesOf(names: TypeScriptNames): Samples {
  const isPlain = names.style === "interfaces";
  /** The models that enclose the value: a recursive model is not expanded again. */
  const open = new Set<Definition>();

  function model(model: Model, tag?: JsonObject): Expression {
    return call(isPlain ? creator(model) : code`new ${qualified(model)}`, fields(model, tag));
  }

  function member(definition: Enum, value?: Json): Expression | undefined {
    const members = names.members(definition);
    const found = value === undefined ? members[0] : members.find((each) => each.value.value === value);
    return found === undefined ? undefined : atom(code`${qualified(definition)}.${found.name}`);
  }

  function value(union: Union, type: Type): Expression {
    return memberValue(union, type, true);
  }

  /** `{ name: …, … }`: required fields, fields with an example that fits, and `others`. */
  function fields(model: Model, example?: JsonObject, others: readonly Code[] = []): Expression {
    open.add(model);
    const properties = names.fields(model).flatMap(({ name, field }) => {
      const value = fieldValue(field, example?.get(field.name) ?? field.examples[0]);
      return value === undefined ? [] : [property(name, value)];
    });
    open.delete(model);
    return object([...properties, ...others], true);
  }

  function fieldValue(field: Field, example: Json | undefined): Expression | undefined {
    const { type, nullable } = field;
    if (type.kind === "constant" && field.required) return undefined;
    const fits = example !== undefined && misfit(example, field) === undefined;
    const shown = fits ? fromExample(field, example) : undefined;
    if (shown !== undefined || !field.required || field.default !== undefined) return shown;
    return nullable && isOpen(type) ? atom("null") : madeUp(type);
  }

  /** An example that fits, as code; undefined if only code can express a value of the type. */
  function fromExample({ type }: Slot, example: Json): Expression | undefined {
    if (example === null) return atom("null");
    switch (type.kind) {
      case "scalar":
        return scalarExample(names.scalars[type.scalar], example);
      case "constant":
        return literal(example);
      case "array":
        return isJsonArray(example) ? arrayOf(example.map((each) => fromExample(type.items, each))) : undefined;
      case "tuple":
        return isJsonArray(example)
          ? arrayOf(type.items.map((item, at) => fromExample(item, example[at]!)))
          : undefined;
      case "map":
        return isJsonObject(example) ? objectOf(example, (each) => fromExample(type.values, each)) : undefined;
      case "reference":
        if (type.to.kind === "enum") return member(type.to, example);
        return type.to.kind === "model" && isJsonObject(example) && !isOpen(type)
          ? fields(type.to, example)
          : undefined;
    }
  }

  function madeUp(type: Type, place: Place = { scalars: names.scalars, isAlone: false }): Expression {
    switch (type.kind) {
      case "scalar":
        return sampleOf(type.scalar, place);
      case "constant":
        return literal(type.value);
      case "array":
        return array(isOpen(type.items.type) ? [] : [madeUp(type.items.type, place)]);
      case "tuple":
        return array(
          type.items.map((item) => (item.nullable && isOpen(item.type) ? atom("null") : madeUp(item.type, place))),
        );
      case "map":
        return object(
          isOpen(type.values.type) ? [] : [property(keyLiteral(keyOf(type)), madeUp(type.values.type, place))],
          true,
        );
      case "reference":
        return madeUpDefinition(type.to, place);
    }
  }

  function madeUpDefinition(definition: Definition, place: Place): Expression {
    switch (definition.kind) {
      case "model":
        return place.isAlone ? model(definition) : fields(definition);
      case "enum":
        return member(definition) ?? atom("undefined");
      case "union":
        return madeUpMember(definition, place);
    }
  }

  /** @param given the tags of the unions that enclose the union as a member */
  function madeUpMember(union: Union, { isAlone }: Pick<Place, "isAlone">, given: JsonObject = noTags): Expression {
    open.add(union);
    const types = union.members.map(({ type }) => type);
    const selected = types.find((type) => tagOf(union, type, given)?.isGiven);
    const shown = selected ?? types.find((type) => !isOpen(type)) ?? types[0];
    const expression = shown === undefined ? atom("undefined") : memberValue(union, shown, !isPlain, given);
    open.delete(union);
    return isPlain && isAlone ? call(creator(union), expression) : expression;
  }

  function memberValue(union: Union, type: Type, isAlone: boolean, given: JsonObject = noTags): Expression {
    const tag = tagOf(union, type, given);
    const tags: JsonObject = tag === undefined ? given : new Map([...given, [tag.field, tag.value]]);
    const to = type.kind === "reference" ? type.to : undefined;
    if (to?.kind === "model") return isAlone ? model(to, tags) : fields(to, tags, constantTags(to, tags));
    if (to?.kind === "union") return madeUpMember(to, { isAlone }, tags);
    return madeUp(type, { scalars: scalarsOfMembers(names.scalars), isAlone });
  }

  /** The tags that are constants. `fields` omits constants, but a required tag must be passed. */
  function constantTags(model: Model, tags: JsonObject): readonly Code[] {
    return names.fields(model).flatMap(({ name, field }) => {
      const tag = field.type.kind === "constant" && field.required ? tags.get(field.name) : undefined;
      return tag === undefined ? [] : [property(name, literal(tag))];
    });
  }

  /** Whether each of its values contains another one of a model or union that encloses it. */
  function isOpen(type: Type): boolean {
    if (type.kind === "tuple") return type.items.some((item) => !item.nullable && isOpen(item.type));
    return type.kind === "reference" && open.has(type.to);
  }

  /** The function that creates plain data. Printing it imports its namespace. */
  function creator(definition: Definition): Piece {
    const namespace = names.namespaceAlias(definition);
    return symbol(`${namespace}.${functionNames(names.className(definition)).create}`, namespace);
  }

  /** The name of a definition. Printing it imports its namespace. */
  function qualified(definition: Definition): Piece {
    return symbol(names.qualifiedName(definition), names.namespaceAlias(definition));
  }

  return { model, member, value };
}

interface Tag {
  readonly field: string;
  readonly value: string | boolean | number | bigint;
  /** Whether the tag is one of those that were given. */
  readonly isGiven: boolean;
}

/** The first tag that selects a member, or the given one; undefined if the member has no tag. */
function tagOf(union: Union, type: Type, given: JsonObject): Tag | undefined {
  const tags = tagsOf(union);
  const own = tagsOfMember(tags, type);
  if (tags === undefined || own[0] === undefined) return undefined;
  const { field, kind } = tags;
  const isGiven = given.has(field) && own.includes(String(given.get(field)));
  const text = isGiven ? String(given.get(field)) : own[0];
  return { field, isGiven, value: kind === "string" ? text : kind === "boolean" ? text === "true" : wholeNumber(text) };
}

const noTags: JsonObject = new Map();

function sampleOf(scalar: Scalar, { scalars, isAlone }: Place): Expression {
  const { sample, toCode, toHeldCode } = scalars[scalar];
  return isAlone ? toHeldCode(sample) : toCode(sample);
}

function scalarExample({ holds, toCode }: ScalarRow, example: Json): Expression | undefined {
  return holds(example) ? toCode(example) : undefined;
}

/** The number as specs store it: a bigint only if a number would be rounded. */
function wholeNumber(digits: string): number | bigint {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}

function arrayOf(items: readonly (Expression | undefined)[]): Expression | undefined {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? array(known) : undefined;
}

function objectOf(json: JsonObject, convert: (value: Json) => Expression | undefined): Expression | undefined {
  const properties = [...json].flatMap(([key, each]) => {
    const value = convert(each);
    return value === undefined ? [] : [property(keyLiteral(key), value)];
  });
  return properties.length === json.size ? object(properties, true) : undefined;
}
