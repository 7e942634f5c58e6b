/** The class file of an enum: a Java enum, or a class with constants if it is open or too large for a Java enum. */
import type { Block } from "../../code/blocks.js";
import { code, type Code, piece, type Piece } from "../../code/code.js";
import { clause } from "../../code/layouts.js";
import type { NamedValue } from "../../names/rules.js";
import type { Page } from "../../render/page.js";
import { formerValues } from "../../spec/fields.js";
import type { Enum } from "../../spec/spec.js";
import { enumFacts, type ValueFacts } from "../facts.js";
import { hasText, javadocBlock, quoted } from "./comments.js";
import { call, continuation } from "./dialect.js";
import { formerComment } from "./field-comments.js";
import { filePage, fileOf, innerName, type JavaFile } from "./file.js";
import { scalarRows } from "./scalars.js";
import type { World } from "./world.js";

type ValueView = ValueFacts & {
  /** The constant in the Java enum for `switch`. */
  readonly caseName: string;
  readonly comment: Block;
};

/** The code that creates the constants of a Java class must not exceed 64 KB. */
const constantsInClass = 2000;

export function enumPage(definition: Enum, world: World): Page {
  const deserializer = innerName("Deserializer", definition, world);
  const holder = innerName("Known", definition, world);
  const isLarge = definition.values.length > constantsInClass;
  const constants = innerName("Constant", definition, world);
  const members = world.names.members(definition);
  const file = fileOf(
    definition,
    world,
    new Set([deserializer, holder, constants, ...members.map(({ name }) => name)]),
  );
  const facts = enumFacts(definition, members, file.facts);
  const values = facts.values.map((each, index) =>
    Object.assign(each, { caseName: caseName(each.name), comment: commentOf(members[index]!, members) }),
  );
  const groups = isLarge ? groupsOf(values, file) : [];
  const body = {
    deserializer,
    ...facts,
    values,
    formerValues: isLarge ? [] : formerConstants(definition, world),
    formerEntries: formerEntries(definition, file),
    holder,
    constants,
    unknownConstant,
    isText: definition.base === "string",
    declaration: isLarge ? declarationOf(world.names.className(definition), groups) : "",
    valueType: file.type(scalarRows[definition.base].type),
    groups,
  };
  const notes = definition.open ? ["Values that are not listed here are kept."] : [];
  const template = isLarge ? "large-enum" : definition.open ? "open-enum" : "enum";
  return filePage(file, `classes/${template}`, { notes, uses: [] }, body);
}

/** Constants under names that values had before. Those of a large enum are in interfaces, which its class cannot read yet. */
function formerConstants(definition: Enum, { names }: World): readonly FormerConstant[] {
  return names.formerMembers(definition).map(({ name, now }) => {
    const cases = { caseName: caseName(name), nowInSwitch: caseName(now.name) };
    return { name, now: now.name, ...cases, comment: formerComment(`#${now.name}`) };
  });
}

type FormerConstant = {
  readonly name: string;
  readonly now: string;
  /** The same in the Java enum for `switch`. */
  readonly caseName: string;
  readonly nowInSwitch: string;
  readonly comment: Block;
};

/** The values that constants had before, with those that they have now, as entries of a map; empty if there are none. */
function formerEntries(definition: Enum, { library, facts }: JavaFile): Piece {
  const entries = formerValues(definition).map(
    ([old, now]) => piece`${library("Map")}.entry(${facts.value(old)}, ${facts.value(now)})`,
  );
  return entries.length === 0 ? "" : call(piece`${library("Map")}.ofEntries(`, entries);
}

/** The constant that represents unlisted values in the enum for `switch`. */
const unknownConstant = "UNKNOWN";

/** No value takes the name of that constant, so that a new value renames nothing. */
function caseName(name: string): string {
  return /^UNKNOWN_*$/.test(name) ? `${name}_` : name;
}

function commentOf({ value: { value, description, deprecated } }: NamedValue, members: readonly NamedValue[]): Block {
  const instead = deprecated?.use;
  const use =
    instead === undefined
      ? undefined
      : members.find((each) => String(each.value.value) === instead || each.name === instead);
  const notes = hasText(description) ? [] : [`The value ${typeof value === "string" ? quoted(value) : value}.`];
  return javadocBlock({ description, deprecated, notes, replacement: use && `#${use.name}` });
}

function declarationOf(className: string, groups: readonly GroupView[]): Code {
  const interfaces = groups.map(({ name }) => name);
  return clause(`public final class ${className}`, "implements", interfaces, continuation);
}

/** Constants in interfaces that the class inherits. */
type GroupView = {
  readonly name: string;
  readonly values: readonly ValueView[];
  /** All of the group's constants as a list. */
  readonly list: Code;
};

function groupsOf(values: readonly ValueView[], file: JavaFile): readonly GroupView[] {
  const { world, definition, library } = file;
  const taken = world.siblings(definition);
  return Array.from({ length: Math.ceil(values.length / constantsInClass) }, (_, index) => {
    const name = `${world.names.className(definition)}Constants${index + 1}`;
    const own = values.slice(index * constantsInClass, (index + 1) * constantsInClass);
    const names: readonly Piece[] = own.map((each) => each.name);
    return {
      name: taken.has(name) ? `${name}_` : name,
      values: own,
      list: call(code`${library("List")}.of(`, names),
    };
  });
}
