/** The nested class of a model that reads and writes it: straight-line code for each field. */
import { type Code, type Piece, piece } from "../../code/code.js";
import { twoParts } from "../../code/layouts.js";
import { otherKeys } from "../../spec/fields.js";
import type { Model } from "../../spec/spec.js";
import { additionalSlot } from "./additional-view.js";
import { assignment, call, continuation } from "./dialect.js";
import type { HeldField, ModelFile } from "./field-view.js";
import { innerName } from "./file.js";
import { readSlot } from "./json-input.js";
import { textLiteral } from "./literals.js";

export type JsonView = {
  readonly name: string;
  /** The first line of the class, up to the brace. */
  readonly declaration: Code;
  /** The statement of its constructor. */
  readonly statement: Piece;
  /** The statements that declare other names of fields. */
  readonly aliases: readonly Piece[];
  /** The fields in groups, so that each method is short enough for Java to compile at run time. */
  readonly groups: readonly FieldGroup[];
  readonly isSplit: boolean;
  /** Calls the method that reads the fields of each group, if there are several. */
  readonly readAll: Piece;
  /** The statement that reads an undeclared field; empty if there must be none. */
  readonly readOther: Piece;
};

type FieldGroup = {
  readonly number: string;
  /** The branches of `switch` that read the fields. */
  readonly cases: readonly Piece[];
  /** The statements that write the fields. */
  readonly writes: readonly Piece[];
};

/** Java compiles no method of more than 8,000 bytes at run time; a field takes about 40. */
const fieldsInMethod = 100;

export function jsonView(model: Model, fields: readonly HeldField[], file: ModelFile): JsonView {
  const { self, builder, library, world } = file;
  const name = innerName("Json", model, world);
  const groups = groupsOf(fields);
  const keepsAny = model.additionalFields === "keep" ? ["KEEPS_ANY"] : [];
  const calls = groups.map(({ number }) => `read${number}(name, in, builder)`);
  return {
    name,
    declaration: twoParts(
      `public static final class ${name}`,
      piece`extends ${library("ModelJson")}<${self}, ${builder}> {`,
      continuation,
    ),
    statement: call("super(", [`${self}.class`, ...keepsAny], ");"),
    aliases: fields.flatMap(({ field }) => {
      const others = otherKeys(field).map(textLiteral);
      return others.length === 0 ? [] : [call("alias(", [textLiteral(field.name), ...others], ");")];
    }),
    groups,
    isSplit: groups.length > 1,
    readAll: twoParts("return", `${calls.join(" || ")};`, continuation),
    readOther: otherReader(model, file),
  };
}

function groupsOf(fields: readonly HeldField[]): readonly FieldGroup[] {
  return Array.from({ length: Math.ceil(fields.length / fieldsInMethod) }, (_, index) => {
    const own = fields.slice(index * fieldsInMethod, (index + 1) * fieldsInMethod);
    return { number: String(index + 1), cases: own.map(fieldReader), writes: own.map(fieldWriter) };
  });
}

/** `case "id" -> builder.id = in.string();` */
function fieldReader({ name, field, isNullable, file }: HeldField): Piece {
  const value = readSlot(field, "in", file);
  const variable = `case ${textLiteral(field.name)} -> builder.${name}`;
  return assignment(variable, isNullable ? call("in.nullable(", [value], ");") : piece`${value};`);
}

/** `out.field("id", model.id);` */
function fieldWriter({ name, field, isRequired, isNullable }: HeldField): Piece {
  const method = isRequired && isNullable ? "fieldOrNull" : "field";
  return call(`out.${method}(`, [textLiteral(field.name), `model.${name}`], ");");
}

function otherReader(model: Model, file: ModelFile): Piece {
  const slot = additionalSlot(model.additionalFields);
  if (slot === undefined) return "";
  const map = `builder.${file.additionalName}`;
  const added = call(piece`${file.library("Copies")}.added(`, [map, "name", readSlot(slot, "in", file)], ");");
  return assignment(map, added);
}
