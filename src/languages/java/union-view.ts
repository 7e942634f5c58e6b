/** The class file of a union: a sealed interface. */
import type { Block } from "../../code/blocks.js";
import { type Code, piece, type Piece } from "../../code/code.js";
import { clause, twoParts } from "../../code/layouts.js";
import type { Page } from "../../render/page.js";
import { inReadingOrder } from "../../spec/reading-order.js";
import { referencesIn } from "../../spec/references.js";
import type { Definition, Type, Union, UnionMember } from "../../spec/spec.js";
import { type Tags, tagsOf } from "../../spec/union-tags.js";
import { unionFacts } from "../facts.js";
import { checks } from "./checks.js";
import { hasText, javadocBlock } from "./comments.js";
import { call, continuation } from "./dialect.js";
import { exactly } from "./field-view.js";
import { filePage, fileOf, innerName, type JavaFile } from "./file.js";
import { longLiteral, textLiteral } from "./literals.js";
import { constantIn } from "./requirements.js";
import { scalarRows } from "./scalars.js";
import { isLooselyEqual, type JavaType, javaType, shallowCopy } from "./types.js";
import { fieldRule } from "./names.js";
import { matchView, resultType } from "./union-match.js";
import { innerNames, recordNames, referenced } from "./union-members.js";
import type { World } from "./world.js";

export function unionPage(union: Union, world: World): Page {
  const file = fileOf(union, world, new Set([...innerNames(union, world), resultType]));
  const records = recordNames(union, world);
  const tags = tagsOf(union);
  const unknown = innerName("Unknown", union, world);

  const classOf = (index: number): Piece => records.get(index) ?? className(union.members[index]!.type, file);
  const wrapped = [...records].map(([index, name]) => recordView(name, union.members[index]!, file));
  const members = union.members.map((_, index) => piece`${records.has(index) ? `${file.self}.` : ""}${classOf(index)}`);
  const unknownComponent = piece` ${file.library("Object")} json`;
  const facts = unionFacts(union, ({ type }) => javaType(type, file).value.plain, file.facts);
  const body = {
    unknown,
    ...facts,
    memberTypes: facts.memberTypes.map((each, index) => Object.assign(each, { member: members[index]! })),
    unknownDeclaration: recordDeclaration(unknown, unknownComponent, [file.self, file.library("UnknownMember")], file),
    deserializer: innerName("Deserializer", union, world),
    declaration: clause(
      `public sealed interface ${world.names.className(union)}`,
      "permits",
      [...members, `${file.self}.${unknown}`],
      continuation,
    ),
    records: wrapped,
    match: matchView(union, records, classOf, unknown, file),
    deserializerType: deserializerType(tags, file),
    arguments: call(
      "super(",
      [`${file.self}.class`, ...deserializerArguments(union, tags, classOf, file), `${unknown}::new`],
      ");",
    ),
  };
  return filePage(file, "classes/union", { uses: usedBy(union) }, body);
}

function className(type: Type, file: JavaFile): Piece {
  return file.className(referenced(type));
}

type RecordView = {
  readonly name: string;
  /** `ofString` for the record `OfString`, and the expression that it returns. */
  readonly factory: string;
  readonly make: Piece;
  readonly comment: Block;
  /** The name of the component that holds the value. */
  readonly component: string;
  /** `record OfCat(Cat value) implements Pet`. */
  readonly declaration: Code;
  /** Whether callers get another type than the stored one. */
  readonly isConverted: boolean;
  readonly shown: Piece;
  readonly stored: Piece;
  readonly value: Piece;
  /** Whether the record has no code besides its component. */
  readonly isPlain: boolean;
  readonly constructorStatements: readonly Piece[];
  /** Whether equal values can differ for Java, so that the record compares them itself. */
  readonly isLooselyEqual: boolean;
  /** The body of `validate()`; empty without constraints. */
  readonly validation: readonly Piece[];
};

function recordView(name: string, { type, description }: UnionMember, file: JavaFile): RecordView {
  const java = javaType(type, file);
  const isConverted = java.show !== undefined;
  const component = isConverted ? "json" : "value";
  const { validation: style } = file.world;
  const stored = style.stored(type, file).plain;
  const held = isConverted ? stored : (java.primitive ?? stored);
  const annotations = style.annotations(type, file).reduce<Piece>((all, each) => piece`${all} ${each}`, exactly(type));
  const constructorStatements = [
    ...copies(type, java, component, file),
    ...constantChecks(name, component, type, file),
  ];
  const validation = validationOf(type, component, file);
  return {
    name,
    factory: fieldRule.derive(name),
    make: isConverted ? `${name}.of(value)` : `new ${name}(value)`,
    comment: recordComment(description, component, file),
    component,
    declaration: recordDeclaration(name, piece`${annotations} ${held} ${component}`, [file.self], file),
    isConverted,
    shown: java.primitive ?? java.value.plain,
    stored: java.store?.of("value") ?? "value",
    value: java.show?.of("json") ?? "value",
    isPlain: constructorStatements.length === 0 && !isConverted && validation.length === 0 && !isLooselyEqual(type),
    constructorStatements,
    isLooselyEqual: isLooselyEqual(type),
    validation,
  };
}

function recordComment(description: string | undefined, component: string, { self }: JavaFile): Block {
  const notes = hasText(description) ? [] : [`A member of {@link ${self}}.`];
  return javadocBlock({ description, notes, tags: [`@param ${component} the value`] });
}

/** @param component the component with the annotation `@Exact` */
function recordDeclaration(name: string, component: Piece, interfaces: readonly Piece[], { library }: JavaFile): Code {
  const annotations = piece`@${library("JsonValue")} @${library("Exact")}`;
  const [first = "", ...others] = interfaces;
  const implemented = others.reduce<Piece>((all, each) => piece`${all}, ${each}`, first);
  return twoParts(piece`record ${name}(${annotations}${component})`, piece`implements ${implemented}`, continuation);
}

function validationOf(type: Type, component: string, file: JavaFile): readonly Piece[] {
  if (type.kind === "reference") return type.to.kind === "enum" ? [] : [`return ${component}.validate();`];
  const statements = checks(type, { path: '"$"', value: component }, file);
  if (statements.length === 0) return [];
  const validation = file.library("Validation");
  return [piece`${validation} validation = new ${validation}();`, ...statements, "return validation.violations();"];
}

/** Rejects null, and copies a mutable value. */
function copies(type: Type, { primitive, store, show }: JavaType, component: string, file: JavaFile): readonly Piece[] {
  const { library } = file;
  if (type.kind === "array" || type.kind === "map") {
    const copy = show === undefined ? store : shallowCopy(type, file);
    return copy === undefined ? [] : [piece`${component} = ${copy.of(component)};`];
  }
  if (show === undefined && store !== undefined) return [piece`${component} = ${store.of(component)};`];
  const isPrimitive = show === undefined && primitive !== undefined;
  return isPrimitive ? [] : [piece`${library("Objects")}.requireNonNull(${component}, "${component}");`];
}

function constantChecks(name: string, component: string, type: Type, file: JavaFile): readonly Piece[] {
  const constant = constantIn(type, file);
  if (constant === undefined) return [];
  const requirements = piece`new ${file.library("Requirements")}(${name}.class)`;
  return [piece`${requirements}.constant("${component}", ${component}, ${constant}).checkBuilt();`];
}

function deserializerType(tags: Tags | undefined, file: JavaFile): Piece {
  const { library, self } = file;
  if (tags === undefined) return piece`${library("UnionDeserializer")}<${self}>`;
  return piece`${library("TaggedUnionDeserializer")}<${self}, ${tagType(tags, file)}>`;
}

/** The arguments of the superclass constructor in the deserializer. */
function deserializerArguments(
  union: Union,
  tags: Tags | undefined,
  classOf: (index: number) => Piece,
  file: JavaFile,
): readonly Piece[] {
  if (tags === undefined) {
    const positions = inReadingOrder(union).map((each) => union.members.indexOf(each));
    const classes = positions.map((index) => piece`${classOf(index)}.class`);
    return [call(piece`${file.library("List")}.of(`, classes)];
  }
  const map = file.library("Map");
  const positions = new Map(
    union.members.map(({ type }, index) => [type.kind === "reference" ? type.to : type, index]),
  );
  const entries = [...tags.members, ...tags.former].map(
    ([value, member]) => piece`${map}.entry(${tagLiteral(value, tags)}, ${classOf(positions.get(member)!)}.class)`,
  );
  const names = [tags.field, ...tags.otherFields].map(textLiteral);
  const field = names.length === 1 ? names[0]! : call(piece`${file.library("List")}.of(`, names);
  return [field, piece`${tagType(tags, file)}.class`, call(piece`${map}.ofEntries(`, entries)];
}

/** The type of the tag. */
function tagType({ kind }: Tags, { type }: JavaFile): Piece {
  return type(scalarRows[kind].type);
}

function tagLiteral(value: string, { kind }: Tags): string {
  if (kind === "string") return textLiteral(value);
  return kind === "integer" ? longLiteral(BigInt(value)) : value;
}

function usedBy({ members }: Union): readonly Definition[] {
  return members.flatMap(({ type }) => referencesIn(type));
}
