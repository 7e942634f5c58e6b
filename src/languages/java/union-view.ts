/** The class file of a union: a sealed interface. */
import { referencesIn } from "../../spec/references.js";
import type { Definition, Type, Union } from "../../spec/spec.js";
import type { Page } from "../../render/page.js";
import { type Tags, tagsOf } from "../../spec/union-tags.js";
import { checks } from "./checks.js";
import { commentLines } from "./comments.js";
import { exactly } from "./field-view.js";
import { filePage, fileOf, innerName, type JavaFile, linkTo } from "./file.js";
import { halves, list, sealedDeclaration } from "./layout.js";
import type { LibraryName } from "./library.js";
import { longLiteral, textLiteral } from "./literals.js";
import { constantIn } from "./requirements.js";
import { type JavaType, javaType, shallowCopy } from "./types.js";
import { innerNames, recordNames } from "./union-members.js";
import type { World } from "./world.js";

export function unionPage(union: Union, world: World): Page {
  const file = fileOf(union, world, innerNames(union, world));
  const records = recordNames(union, world);
  const tags = tagsOf(union);
  const unknown = innerName("Unknown", union, world);
  const deserializer = innerName("Deserializer", union, world);

  const classOf = (index: number): string => records.get(index) ?? className(union.members[index]!.type, file);
  const wrapped = [...records].map(([index, name]) => recordView(name, union.members[index]!, file));
  const permitted = union.members.map((_, index) => (records.has(index) ? `${file.self}.` : "") + classOf(index));
  const body = {
    unknown,
    unknownDeclaration: recordDeclaration(
      unknown,
      ` ${file.library("Object")} json`,
      [file.self, file.library("UnknownMember")],
      file,
    ),
    deserializer,
    declaration: sealedDeclaration(world.names.className(union), [...permitted, `${file.self}.${unknown}`]),
    records: wrapped,
    deserializerType: deserializerType(tags, file),
    arguments: list(12, "super(", [...deserializerArguments(union, tags, classOf, file), `${unknown}::new`], ");"),
  };
  const parts = {
    java: typesIn(wrapped),
    comment: { ...union, replacement: linkTo(union.deprecated?.use, file) },
    uses: usedBy(union),
  };
  return filePage(file, "classes/union", parts, body);
}

function className(type: Type, file: JavaFile): string {
  if (type.kind !== "reference") throw new RangeError("a member that is no definition needs a record");
  return file.className(type.to);
}

type RecordView = {
  readonly name: string;
  readonly comment: readonly string[];
  /** `record OfCat(Cat value) implements Pet`. */
  readonly declaration: string;
  /** Whether people see something else than what is held. */
  readonly isConverted: boolean;
  readonly shown: string;
  readonly stored: string;
  readonly value: string;
  /** Whether the record says nothing beyond its component. */
  readonly isPlain: boolean;
  readonly hasConstructor: boolean;
  readonly constructorStatements: readonly string[];
  /** What `validate()` does; nothing where there are no constraints. */
  readonly validation: readonly string[];
};

function recordView(name: string, { type, description }: Union["members"][number], file: JavaFile): RecordView {
  const java = javaType(type, file);
  const isConverted = java.show !== undefined;
  const component = isConverted ? "json" : "value";
  const held = isConverted ? java.stored : (java.primitive ?? java.stored);
  const constructorStatements = [
    ...copies(type, java, component, file),
    ...constantChecks(name, component, type, file),
  ];
  const validation = validationOf(type, component, file);
  return {
    name,
    comment: commentLines(4, { description }),
    declaration: recordDeclaration(name, `${exactly(type)} ${held} ${component}`, [file.self], file),
    isConverted,
    shown: java.primitive ?? java.value,
    stored: java.store?.of("value") ?? "value",
    value: java.show?.of("json") ?? "value",
    isPlain: constructorStatements.length === 0 && !isConverted && validation.length === 0,
    hasConstructor: constructorStatements.length > 0,
    constructorStatements,
    validation,
  };
}

/** @param component with what `@Exact` says of it */
function recordDeclaration(name: string, component: string, interfaces: readonly string[], { library }: JavaFile) {
  const annotations = `@${library("JsonValue")} @${library("Exact")}`;
  return halves(4, `record ${name}(${annotations}${component})`, `implements ${interfaces.join(", ")}`);
}

function validationOf(type: Type, component: string, file: JavaFile): readonly string[] {
  if (type.kind === "reference") return type.to.kind === "enum" ? [] : [`return ${component}.validate();`];
  const statements = checks(type, { path: '"$"', value: component }, file, 12);
  if (statements.length === 0) return [];
  const validation = file.library("Validation");
  return [`${validation} validation = new ${validation}();`, ...statements, "return validation.violations();"];
}

/** The value is not null, and nobody else can change it. */
function copies(
  type: Type,
  { primitive, store, show }: JavaType,
  component: string,
  file: JavaFile,
): readonly string[] {
  const { library } = file;
  if (type.kind === "array" || type.kind === "map") {
    const copy = show === undefined ? store : shallowCopy(type, file);
    return copy === undefined ? [] : [`${component} = ${copy.of(component)};`];
  }
  if (show === undefined && store !== undefined) return [`${component} = ${store.of(component)};`];
  const isPrimitive = show === undefined && primitive !== undefined;
  return isPrimitive ? [] : [`${library("Objects")}.requireNonNull(${component}, "${component}");`];
}

function constantChecks(name: string, component: string, type: Type, file: JavaFile): readonly string[] {
  const constant = constantIn(type, file);
  if (constant === undefined) return [];
  const requirements = `new ${file.library("Requirements")}(${name}.class)`;
  return [`${requirements}.constant("${component}", ${component}, ${constant}).checkBuilt();`];
}

function deserializerType(tags: Tags | undefined, { library, self }: JavaFile): string {
  if (tags === undefined) return `${library("UnionDeserializer")}<${self}>`;
  return `${library("TaggedUnionDeserializer")}<${self}, ${library(tagTypes[tags.kind])}>`;
}

/** What the deserializer's constructor hands on. */
function deserializerArguments(
  union: Union,
  tags: Tags | undefined,
  classOf: (index: number) => string,
  { library }: JavaFile,
): readonly string[] {
  if (tags === undefined) {
    return [
      list(
        20,
        `${library("List")}.of(`,
        union.members.map((_, index) => `${classOf(index)}.class`),
        ")",
      ),
    ];
  }
  const map = library("Map");
  const entries = tags.models.map(([value, model]) => {
    const index = union.members.findIndex(({ type }) => type.kind === "reference" && type.to === model);
    return `${map}.entry(${tagLiteral(value, tags)}, ${classOf(index)}.class)`;
  });
  return [
    textLiteral(tags.field),
    `${library(tagTypes[tags.kind])}.class`,
    list(20, `${map}.ofEntries(`, entries, ")"),
  ];
}

/** The Java types of what tells members apart. */
const tagTypes = { string: "String", integer: "Long", boolean: "Boolean" } as const;

function tagLiteral(value: string, { kind }: Tags): string {
  if (kind === "string") return textLiteral(value);
  return kind === "integer" ? longLiteral(BigInt(value)) : value;
}

/** The types of libraries that the template writes. */
function typesIn(records: readonly RecordView[]): readonly LibraryName[] {
  const names: LibraryName[] = ["JsonDeserialize", "List", "Copies", "Violation"];
  if (records.some(({ validation }) => validation.length > 0)) names.push("Override");
  return names;
}

function usedBy({ members }: Union): readonly Definition[] {
  return members.flatMap(({ type }) => referencesIn(type));
}
