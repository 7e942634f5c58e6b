/**
 * As much of a definition as others need when its own pages need not be made: its name, what is said about it, and what it
 * refers to. Where a spec is large, the pages that show it as a whole show no more (see `Pages.others`).
 */
import type { Definition, Field, Model, Names, Scalar, Spec, Type } from "../spec/spec.js";
import { innermost, scalarsIn } from "../spec/scalars.js";
import { maximumClasses } from "./diagram.js";
import { ownIn } from "./relations.js";

/** Plain data, so that it can be kept; other definitions are there by their numbers. */
export interface Outline extends Pick<
  Definition,
  "kind" | "name" | "namespace" | "span" | "description" | "deprecated"
> {
  /** Undefined where there are none. */
  readonly names: Names | undefined;
  readonly owner: Owner | undefined;
  readonly abstract: boolean;
  readonly extends: readonly number[];
  /** Whatever refers to a definition: of a model its own fields, of a union its members. */
  readonly slots: readonly OutlineSlot[];
  readonly scalars: readonly Scalar[];
}

/** By its number, if it is among the definitions: of one that differs by direction, they hold the variants only. */
type Owner = number | (Pick<Definition, "kind" | "name"> & { readonly owner: Owner | undefined });

interface OutlineSlot {
  readonly name: string;
  /** Undefined where there are none. */
  readonly renames: Names | undefined;
  /** The number of the definition. */
  readonly to: number;
  /** Whether it is held in arrays or maps. */
  readonly isSeveral: boolean;
}

/**
 * The outlines of all definitions, in their order.
 *
 * @param known those of definitions of which there is no more than that
 * @returns undefined for a spec so small that its pages show more, and if a definition refers to something that is not there
 */
export function outlinesOf(
  { definitions }: Spec,
  known: ReadonlyMap<Definition, Outline> = new Map(),
): readonly Outline[] | undefined {
  const alwaysShown = definitions.filter(({ kind, owner }) => kind !== "union" && owner === undefined);
  if (alwaysShown.length <= maximumClasses) return undefined;
  const numbers = new Map(definitions.map((each, number) => [each, number]));
  const outlines = definitions.map((each) => known.get(each) ?? outlineOf(each, numbers));
  const isWhole = outlines.every(
    ({ extends: bases, slots }) => ![...bases, ...slots.map(({ to }) => to)].includes(nowhere),
  );
  return isWhole ? outlines : undefined;
}

type Numbers = ReadonlyMap<Definition, number>;

/** The number of what is not among the definitions. */
const nowhere = -1;

function outlineOf(definition: Definition, numbers: Numbers): Outline {
  const { kind, name, names, namespace, span, description, deprecated, owner } = definition;
  return {
    ...{ kind, name, names: some(names), namespace, span, description, deprecated },
    owner: owner && ownerOf(owner, numbers),
    abstract: kind === "model" && definition.abstract,
    extends: kind === "model" ? definition.extends.map((base) => numbers.get(base) ?? nowhere) : [],
    slots: slotsOf(definition, numbers),
    scalars: scalarsIn(definition),
  };
}

function ownerOf(owner: Definition, numbers: Numbers): Owner {
  const { kind, name, owner: outer } = owner;
  return numbers.get(owner) ?? { kind, name, owner: outer && ownerOf(outer, numbers) };
}

function slotsOf(definition: Definition, numbers: Numbers): readonly OutlineSlot[] {
  switch (definition.kind) {
    case "enum":
      return [];
    case "union":
      return definition.members.flatMap(({ type }) => slotOf("", noNames, type, numbers));
    case "model":
      return definition.fields
        .filter(ownIn(definition))
        .flatMap(({ name, renames, type }) => slotOf(name, renames, type, numbers));
  }
}

function slotOf(name: string, renames: Names, type: Type, numbers: Numbers): readonly OutlineSlot[] {
  const inner = innermost(type);
  if (inner.kind !== "reference") return [];
  return [{ name, renames: some(renames), to: numbers.get(inner.to) ?? nowhere, isSeveral: inner !== type }];
}

const noNames: Names = new Map();

function some(names: Names): Names | undefined {
  return names.size > 0 ? names : undefined;
}

export interface WholeSpec {
  readonly spec: Spec;
  /** The numbers of those of its definitions that are outlines only. */
  readonly outlined: ReadonlyMap<Definition, number>;
}

/**
 * A spec of which some files only are there.
 *
 * @param part what these files make up
 * @param outlines those of the whole spec, as it was when these files said something else
 * @returns undefined if a definition came, went or got another name, or if an outline shows a definition that is there
 */
export function wholeSpec(part: Spec, outlines: readonly Outline[], files: ReadonlySet<string>): WholeSpec | undefined {
  const isThere = ({ span }: Outline): boolean => files.has(span.file);
  const beyond = outlines.filter((outline) => !isThere(outline));
  const shown = beyond.flatMap(shownBy).flatMap((number) => outlines[number] ?? []);
  if (shown.some(isThere)) return undefined;
  const present = part.definitions.values();
  const definitions = outlines.map((outline) => (isThere(outline) ? present.next().value : drawn(outline)));
  if (!definitions.every((each) => each !== undefined) || present.next().done !== true) return undefined;

  const outlined = new Map<Definition, number>();
  outlines.forEach((outline, number) => {
    const definition = definitions[number];
    if (definition === undefined || isThere(outline)) return;
    connect(definition, outline, definitions);
    outlined.set(definition, number);
  });
  const scalars = new Set([...part.scalars, ...beyond.flatMap((outline) => outline.scalars)]);
  return haveNamesOf(definitions, outlines) ? { spec: { ...part, definitions, scalars }, outlined } : undefined;
}

/** On whose pages the definition is to be found (see `Pages.of`). */
function shownBy({ kind, extends: bases, slots }: Outline): readonly number[] {
  return kind === "union" ? slots.map(({ to }) => to) : bases;
}

function haveNamesOf(definitions: readonly Definition[], outlines: readonly Outline[]): boolean {
  return outlines.every((outline, number) => {
    const definition = definitions[number];
    return (
      definition?.kind === outline.kind &&
      definition.name === outline.name &&
      definition.namespace === outline.namespace &&
      isOwner(definition.owner, outline.owner, definitions) &&
      isSameNames(definition.names, outline.names ?? noNames)
    );
  });
}

function isOwner(
  definition: Definition | undefined,
  owner: Owner | undefined,
  definitions: readonly Definition[],
): boolean {
  if (typeof owner === "number") return definition === definitions[owner];
  return (
    definition?.kind === owner?.kind &&
    definition?.name === owner?.name &&
    (owner === undefined || isOwner(definition?.owner, owner.owner, definitions))
  );
}

function isSameNames(one: Names, other: Names): boolean {
  return one.size === other.size && [...one].every(([label, name]) => other.get(label) === name);
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The definition, before it is connected with those it refers to. */
function drawn(outline: Outline): Definition {
  const { kind, name, names, namespace, span, description, deprecated, abstract } = outline;
  const documented = { description, examples: [], deprecated, externalDocs: undefined };
  const base = { name, names: names ?? noNames, namespace, owner: undefined, span, ...documented };
  switch (kind) {
    case "model":
      return { kind, ...base, fields: [], extends: [], abstract, additionalFields: "keep", saysKeep: false };
    case "enum":
      return { kind, ...base, base: "string", open: false, values: [] };
    case "union":
      return { kind, ...base, members: [], discriminator: undefined };
  }
}

function connect(definition: Mutable<Definition>, outline: Outline, definitions: readonly Definition[]): void {
  const numbered = (number: number): Definition => {
    const found = definitions[number];
    if (found === undefined) throw new RangeError(`"${outline.name}" refers to what is not there`);
    return found;
  };
  const ownerOf = (owner: Owner): Definition => {
    if (typeof owner === "number") return numbered(owner);
    const { kind, name, owner: outer } = owner;
    const made: Mutable<Definition> = drawn({ ...outline, kind, name });
    if (outer !== undefined) made.owner = ownerOf(outer);
    return made;
  };
  if (outline.owner !== undefined) definition.owner = ownerOf(outline.owner);
  const typeOf = ({ to, isSeveral }: OutlineSlot): Type => {
    const type: Type = { kind: "reference", to: numbered(to) };
    return isSeveral ? { kind: "array", items: { type, nullable: false }, constraints: {} } : type;
  };
  if (definition.kind === "union") {
    const { span } = outline;
    definition.members = outline.slots.map((slot) => ({ type: typeOf(slot), description: undefined, span }));
  } else if (definition.kind === "model") {
    definition.extends = outline.extends.map(numbered) as Model[];
    definition.fields = outline.slots.map((slot) => fieldOf(slot, typeOf(slot), outline.span));
  }
}

function fieldOf({ name, renames }: OutlineSlot, type: Type, span: Field["span"]): Field {
  return {
    ...{ name, renames: renames ?? noNames, type, span },
    ...{ nullable: false, required: false, default: undefined, readOnly: false, writeOnly: false },
    ...{ description: undefined, examples: [], deprecated: undefined, externalDocs: undefined },
  };
}
