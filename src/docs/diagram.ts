/**
 * A Mermaid class diagram of a target's definitions. GitHub draws at most 50,000 characters, and much smaller diagrams are
 * already unreadable: with more than forty definitions, only those with the most relations are drawn, without their fields.
 */
import type { Naming } from "../names/rules.js";
import type { Definition, Model, Slot } from "../spec/spec.js";
import { ownIn, type Relation, relationsBetween } from "./relations.js";

/** The view of the diagram's template. No string contains anything that Mermaid would interpret. */
export type DiagramView = {
  readonly hasClasses: boolean;
  /** Whether every definition is drawn. */
  readonly isComplete: boolean;
  /** The number of definitions that are drawn. */
  readonly count: string;
  readonly classes: readonly DiagramClassView[];
  readonly relations: readonly RelationView[];
};

export type DiagramClassView = {
  /** An identifier that is unique in the diagram. */
  readonly id: string;
  readonly hasStereotype: boolean;
  readonly stereotype: string;
  readonly hasLines: boolean;
  /** A model's own fields or an enum's members. */
  readonly lines: readonly string[];
};

/** `from` and `to` with the arrow between them, in Mermaid's syntax. */
export type RelationView = {
  readonly from: string;
  readonly arrow: string;
  readonly to: string;
  readonly hasLabel: boolean;
  readonly label: string;
};

/** How much a diagram shows. */
export interface DiagramLimits {
  /** With more definitions than this, only those with the most relations are shown. */
  readonly classes: number;
  /** With more definitions than this, their fields are not shown. */
  readonly classesWithLines: number;
}

/** The limits of the only diagram of a target. */
export const wholeTarget: DiagramLimits = { classes: 40, classesWithLines: 40 };
const maximumLines = 20;
/** The limit for all lines, and for all relations. */
const maximumCharacters = 20_000;

export function diagramOf(
  definitions: readonly Definition[],
  names: Naming,
  limits: DiagramLimits = wholeTarget,
): DiagramView {
  const drawn = mostRelated(definitions, limits.classes);
  const relations = relationsBetween(drawn, (model) => names.fields(model).map(({ field }) => field));
  const isComplete = drawn.length === definitions.length;
  const hasLines = isComplete && drawn.length <= limits.classesWithLines;
  const ids = identifiersOf(drawn, names);
  const classes = drawn.map((each) => classView(each, ids, hasLines ? linesOf(each, names) : []));
  return {
    hasClasses: drawn.length > 0,
    isComplete,
    count: String(drawn.length),
    classes: charactersOf(classes) > maximumCharacters ? classes.map(withoutLines) : classes,
    relations: drawnRelations(relations, ids, names),
  };
}

/** The definitions with the most relations, in the order of the spec. */
export function mostRelated(definitions: readonly Definition[], most: number): readonly Definition[] {
  if (definitions.length <= most) return definitions;
  const degrees = new Map<Definition, number>();
  for (const { from, to } of relationsBetween(definitions, ({ fields }) => fields)) {
    for (const each of [from, to]) degrees.set(each, (degrees.get(each) ?? 0) + 1);
  }
  const degree = (each: Definition): number => degrees.get(each) ?? 0;
  const chosen = new Set(definitions.toSorted((a, b) => degree(b) - degree(a)).slice(0, most));
  return definitions.filter((each) => chosen.has(each));
}

/** Class names, qualified by the namespace if two are equal. */
function identifiersOf(definitions: readonly Definition[], names: Naming): ReadonlyMap<Definition, string> {
  const uses = new Map<string, number>();
  for (const each of definitions) uses.set(names.className(each), (uses.get(names.className(each)) ?? 0) + 1);
  return new Map(
    definitions.map((each) => {
      const name = names.className(each);
      return [each, uses.get(name) === 1 ? name : `${name}_${names.namespace(each)}`];
    }),
  );
}

function classView(
  definition: Definition,
  ids: ReadonlyMap<Definition, string>,
  lines: readonly string[],
): DiagramClassView {
  const stereotype = stereotypeOf(definition);
  return {
    id: ids.get(definition) ?? "",
    hasStereotype: stereotype !== "",
    stereotype,
    hasLines: lines.length > 0,
    lines,
  };
}

function stereotypeOf(definition: Definition): string {
  if (definition.kind === "model") return definition.abstract ? "abstract" : "";
  return definition.kind === "enum" ? "enumeration" : "union";
}

function linesOf(definition: Definition, names: Naming): readonly string[] {
  if (definition.kind === "union") return [];
  const lines =
    definition.kind === "enum" ? names.members(definition).map(({ name }) => name) : fieldLines(definition, names);
  return lines.length > maximumLines ? [...lines.slice(0, maximumLines), "…"] : lines;
}

function fieldLines(model: Model, names: Naming): readonly string[] {
  const isOwn = ownIn(model);
  const own = names.fields(model).filter(({ field }) => isOwn(field));
  return own.map(({ name, field }) => `${typeWord(field, names)} ${name}`);
}

/** The type in the spec's terms, which are the same in every language. */
function typeWord({ type }: Slot, names: Naming): string {
  switch (type.kind) {
    case "scalar":
      return type.scalar;
    case "constant":
      return "constant";
    case "array":
      return `${typeWord(type.items, names)}[]`;
    case "tuple":
      return `[${type.items.map((item) => typeWord(item, names)).join(", ")}]`;
    case "map":
      return `map~${type.keys === undefined ? "" : `${names.className(type.keys)}, `}${typeWord(type.values, names)}~`;
    case "reference":
      return names.className(type.to);
  }
}

function charactersOf(classes: readonly DiagramClassView[]): number {
  return classes.reduce((sum, { lines }) => lines.reduce((all, line) => all + line.length, sum), 0);
}

function withoutLines(view: DiagramClassView): DiagramClassView {
  return { ...view, hasLines: false, lines: [] };
}

function drawnRelations(
  relations: readonly Relation[],
  ids: ReadonlyMap<Definition, string>,
  names: Naming,
): readonly RelationView[] {
  const views: RelationView[] = [];
  let characters = 0;
  for (const { from, to, arrow, fields } of relations) {
    const [first = "", second = ""] = [ids.get(from), ids.get(to)];
    const labels = fields.map(names.fieldName);
    const label = labels.length > 3 ? [...labels.slice(0, 3), "…"].join(", ") : labels.join(", ");
    characters += first.length + second.length + label.length + arrow.length;
    if (characters > maximumCharacters) break;
    views.push({ from: first, arrow, to: second, hasLabel: label !== "", label });
  }
  return views;
}
