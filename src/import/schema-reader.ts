/** Converts the schemas of an API description to types: references, or types of their own. */
import { type Extension, Extensions } from "./extensions.js";
import type { Findings } from "./findings.js";
import type { Component, Library } from "./library.js";
import { reportLosses, reportPropertyLosses } from "./losses.js";
import { Nesting } from "./nesting.js";
import { annotations } from "./notes.js";
import type { Place } from "./place.js";
import { adding, remarksIn } from "./said-beside.js";
import type { Schema, Style, Type } from "./schema.js";
import { mayBeNull } from "./nulls.js";
import { TaggedBases } from "./tagged-bases.js";
import { TypeReader } from "./type-reader.js";
import { anything, typed } from "./typed.js";
import {
  allowsNothing,
  emptyView,
  fieldsOf,
  merged,
  type Part,
  type Parts,
  type View,
  Views,
  withShared,
} from "./view.js";

export class SchemaReader {
  readonly #views: Views;
  readonly #extensions: Extensions;
  readonly #types: TypeReader;
  readonly #nesting: Nesting;
  readonly #bases: TaggedBases | undefined;

  constructor(
    private readonly library: Library,
    private readonly findings: Findings,
    private readonly style: Style,
  ) {
    this.#views = new Views(library, findings);
    this.#extensions = new Extensions(library, this.#views);
    this.#types = new TypeReader(this, this.#views, library, findings, style);
    this.#nesting = new Nesting(findings);
    this.#bases = style === "references" ? new TaggedBases(library, this.#views, findings) : undefined;
  }

  /** Diagnostics: circular-ref, too-deep, too-many-aliases, unresolved-ref, wrong-kind; not-imported for what is dropped. */
  read(schema: Place): Schema {
    return this.#read(schema, undefined);
  }

  /** A schema of an operation. Diagnostics: as for `read`. */
  readWhole(schema: Place): Schema {
    this.#nesting.begin();
    return this.read(schema);
  }

  /** A schema that is not a field: keywords that only a field can have are dropped. */
  readInner(place: Place): Schema {
    const schema = this.read(place);
    reportPropertyLosses(schema, this.findings);
    return schema;
  }

  /** The schema of a component; references to it stay references. */
  readComponent(component: Component): Schema {
    const { place } = component;
    const made = this.#bases?.schemaOf(component) ?? this.#types.namedEnum(component);
    if (made !== undefined) return made;
    this.#views.of(place);
    const schema = this.#nesting.within([place], place, () => this.#read(place, component)) ?? anything(place);
    reportPropertyLosses(schema, this.findings);
    return schema.type.kind === "map" && this.#isFreeObject(place)
      ? { ...schema, type: this.#types.emptyModel(place) }
      : schema;
  }

  /** All schemas that were read so far. */
  get all(): Iterable<Place> {
    return this.#views.read;
  }

  /** A schema that must match several at once. */
  readAll(schemas: readonly [Place, ...Place[]]): Schema {
    const [schema, ...others] = schemas;
    if (others.length === 0) return this.read(schema);
    const views = schemas.map((each) => this.#views.of(each));
    const read = this.readMerged(merged(views));
    return this.style === "documented" || views.every(mayBeNull) ? read : { ...read, nullable: false };
  }

  /** An `allOf`, read inline. If one of its parts is being read already, it can only be referred to. */
  readMerged(view: View, read = (): Schema => this.fromView(view)): Schema {
    const circle = this.#nesting.circleBy(view.sources);
    if (circle.length === 0) return this.#nesting.within(view.sources, view.place, read) ?? anything(view.place);
    const component = circle.map((each) => this.library.componentAt(each)).find((each) => each !== undefined);
    if (component !== undefined) return this.#referring(component, { ...view, keys: remarksIn(view) });
    this.findings.loss("inlineRecursion", view.place);
    return anything(view.place);
  }

  /** A schema whose keywords have been merged. */
  fromView(view: View, bases: readonly Component[] = []): Schema {
    const { type, nullable, only } = this.#types.read(view, bases);
    const own = typed(view, type, nullable, this.findings);
    return only === undefined ? own : adding(only, own, view);
  }

  #read(schema: Place, component: Component | undefined): Schema {
    if (!this.#isReadable(schema)) return anything(schema);
    const parts = this.#partsOf(schema);
    const [part, ...others] = parts.parts;
    if (part === undefined) return this.fromView(this.#tagged(parts.own, component));
    const isReference = "ref" in part && !part.onlyFields;
    const isOnlyReference = others.length === 0 && isReference && this.#addsNothing(parts.own);
    if (isOnlyReference && !(component !== undefined && this.#isModelOfItsOwn(schema, part)))
      return this.#reference(part.ref, parts.own);
    return this.#combination(schema, parts, component);
  }

  /** The keywords of a component, with the discriminator values of a model among others with the same base. */
  #tagged(view: View, component: Component | undefined): View {
    if (component === undefined || this.#bases === undefined) return view;
    const properties = new Map(view.properties);
    for (const [name, schemas] of this.#bases.tagOf(component))
      properties.set(name, [...schemas, ...(properties.get(name) ?? [])]);
    return { ...view, keys: this.#bases.withoutTags(component, view.keys), properties };
  }

  /** The values that a component allows in the discriminator field of its base. */
  tagOf(component: Component): View["properties"] {
    return this.#bases?.tagOf(component) ?? new Map();
  }

  /** The alternatives of a reference to the base of other models. */
  alternativesOf(schema: Schema): readonly Schema[] {
    const union = schema.type.kind === "component" ? this.#bases?.schemaOf(schema.type.component)?.type : undefined;
    return union?.kind === "union" ? union.members : [schema];
  }

  /** Moves parts with only annotations out of the `allOf`. */
  #partsOf(schema: Place): Parts {
    const { parts, own } = this.#views.parts(schema);
    const isRemark = (part: Part): boolean => {
      return "schema" in part && this.style === "references" && this.#addsNothing(this.#views.of(part.schema));
    };
    const remarks = parts.filter(isRemark);
    if (remarks.length === 0) return { parts, own };
    const views = remarks.flatMap((part) => this.#views.ofPart(part));
    return { parts: parts.filter((part) => !isRemark(part)), own: { ...merged([...views, own]), place: schema } };
  }

  /** A component that is an `allOf` of one model is a model of its own: an alias would be a `$ref`. */
  #isModelOfItsOwn(schema: Place, part: Part): boolean {
    const component = this.#extensions.componentOf(part);
    const isModel = component !== undefined && this.#extensions.isBase(component);
    return this.style === "references" && schema.get("allOf") !== undefined && isModel;
  }

  /** A named object without properties is an empty model; an inline one is any object. */
  #isFreeObject(schema: Place): boolean {
    const { keys, properties } = this.#views.of(schema);
    const others = ["additionalProperties", "oneOf", "anyOf"].some((key) => keys.has(key));
    return keys.get("type")?.text === "object" && properties.size === 0 && !others;
  }

  /** A member of a union whose members all extend some components. */
  readExtended(member: Place, shared: View, bases: readonly Component[]): Schema {
    const { parts, own } = this.#partsOf(member);
    const extension = this.#extensions.of(member, { parts, own: withShared(own, shared) }, bases);
    if (extension !== undefined)
      return this.#extended({ ...extension.additions, sources: new Set([member]) }, extension);
    const inherited = bases.map((each) => fieldsOf(this.#views.of(each.place)));
    return this.readMerged(withShared(this.#views.of(member), merged([...inherited, shared])));
  }

  #extended(additions: View, { bases }: Extension): Schema {
    return this.readMerged(additions, () => this.fromView(additions, bases));
  }

  #combination(schema: Place, { parts, own }: Parts, component: Component | undefined): Schema {
    const whole = this.#tagged(this.#views.of(schema), component);
    // The component itself is being read.
    const isRead = component !== undefined;
    const view = isRead ? { ...whole, sources: new Set([...whole.sources].filter((each) => each !== schema)) } : whole;
    const extension =
      this.style === "references"
        ? this.#extensions.of(schema, { parts, own: this.#tagged(own, component) })
        : undefined;
    if (extension !== undefined) {
      const { additions } = extension;
      const keys = this.#tagged(additions, component).keys;
      return this.#extended({ ...additions, keys, sources: new Set(isRead ? [] : [schema]) }, extension);
    }
    const read = this.readMerged(view);
    if (this.style === "references") return read;
    // A field's description is only the wrapper's own; the type shows the one of the wrapped type (format §7).
    return { ...read, notes: { ...read.notes, description: this.#descriptionIn(own) } };
  }

  #descriptionIn({ keys }: View): string | undefined {
    return this.findings.text(keys.get("description")) || undefined;
  }

  /** Whether the schema next to a `$ref` does not change the referenced type. */
  #addsNothing(own: View): boolean {
    if (own.properties.size > 0 || own.required.size > 0) return false;
    const keys = [...own.keys.keys()];
    if (this.style === "documented") return keys.every((key) => key === "description");
    return keys.every((key) => annotations.has(key) || key === "nullable" || key === "type" || key.startsWith("x-"));
  }

  #reference(ref: Place, own: View): Schema {
    const target = this.library.schemaAt(ref);
    if (target === undefined) return anything(own.place);
    if ("component" in target) {
      const read = this.#referring(target.component, own);
      const isWrapper = this.style === "documented" && own.place.get("allOf") !== undefined;
      return isWrapper ? { ...read, notes: { ...read.notes, description: read.notes.description ?? "" } } : read;
    }
    const view = { ...emptyView(own.place), sources: new Set([target.place]) };
    const read = this.readMerged(view, () => this.read(target.place));
    return this.#saidBeside(read, own);
  }

  /** A schema with the keywords next to the `$ref` to it. */
  #saidBeside(read: Schema, own: View): Schema {
    const beside = typed(own, read.type, this.#isNullable(own), this.findings);
    return { ...adding(read, beside, own), type: read.type, place: read.place };
  }

  #isNullable({ keys }: View): boolean {
    return this.findings.flag(keys.get("nullable")) || isNullType(keys.get("type"));
  }

  #referring(component: Component, own: View): Schema {
    const type: Type = { kind: "component", component: this.#bases?.unionOf(component) ?? component };
    reportLosses(own, type, this.findings);
    return typed(own, type, this.#isNullable(own), this.findings);
  }

  #isReadable(schema: Place): boolean {
    if (schema.isMapping) return this.#nesting.mayGoOn(schema);
    if (!allowsNothing(schema, this.findings) && schema.scalar !== true) {
      if (!schema.isNothing) this.findings.wrongKind(schema, "an object", "any");
    }
    return false;
  }
}

function isNullType(type: Place | undefined): boolean {
  return [...(type?.items() ?? [])].some((each) => each.text === "null");
}
