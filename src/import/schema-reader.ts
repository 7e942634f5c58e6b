/** From the schemas of an API description to types: what is a reference, what is a type of its own. */
import type { Findings } from "./findings.js";
import type { Component, Library } from "./library.js";
import { reportLosses } from "./losses.js";
import { annotations, nothingSaid, notesOf } from "./notes.js";
import { kindInWords, type Place } from "./place.js";
import type { ComponentType, Notes, Schema, Style, Type } from "./schema.js";
import { TypeReader } from "./type-reader.js";
import { emptyView, merged, type Part, type Parts, type View, Views } from "./view.js";

/** How many types the schemas of a document may unfold to. */
const maxTypes = 200_000;
/** How deep types may be nested in each other. */
const maxNesting = 40;

export class SchemaReader {
  readonly #views: Views;
  readonly #types: TypeReader;
  readonly #components = new Map<Component, Schema>();
  /** What is being read at the moment, from the outside in. */
  readonly #active: (Component | Place)[] = [];
  #count = 0;

  constructor(
    private readonly library: Library,
    private readonly findings: Findings,
    private readonly style: Style,
  ) {
    this.#views = new Views(library, findings);
    this.#types = new TypeReader(this, this.#views, library, findings, style);
  }

  /** Diagnostics: circular-ref, too-deep, too-many-aliases, unresolved-ref, wrong-kind; not-imported for what is lost. */
  component(component: Component): Schema {
    const known = this.#components.get(component);
    if (known !== undefined) return known;
    this.#views.of(component.place);
    const schema = this.#inside(component, component.place, () => this.#read(component.place, true));
    const named =
      schema.type.kind === "map" && this.#isFreeObject(component.place)
        ? { ...schema, type: this.#types.emptyModel(component.place) }
        : schema;
    this.#components.set(component, named);
    return named;
  }

  /** Who names an object without properties means a model to be; in place it is any object. */
  #isFreeObject(schema: Place): boolean {
    const { keys, properties } = this.#views.of(schema);
    return (
      keys.get("type")?.text === "object" &&
      !["additionalProperties", "oneOf", "anyOf"].some((key) => keys.has(key)) &&
      properties.size === 0
    );
  }

  read(schema: Place): Schema {
    return this.#read(schema, false);
  }

  #read(schema: Place, isComponent: boolean): Schema {
    if (!this.#isReadable(schema)) return this.anything(schema);
    const { parts, own } = this.#partsOf(schema);
    const [part] = parts;
    if (part === undefined) return this.fromView(own);
    const isOnlyReference = parts.length === 1 && "ref" in part && this.#addsNothing(own);
    if (isOnlyReference && !(isComponent && this.#isModelOfItsOwn(schema, part))) return this.#reference(part.ref, own);
    return this.#combination(schema, parts, own);
  }

  /** Parts that only say something about the whole are as good as said beside the `allOf`. */
  #partsOf(schema: Place): Parts {
    const { parts, own } = this.#views.parts(schema);
    const isRemark = (part: Part): boolean =>
      "schema" in part && this.style === "references" && this.#addsNothing(this.#views.of(part.schema));
    const remarks = parts.filter(isRemark);
    if (remarks.length === 0) return { parts, own };
    const views = remarks.flatMap((part) => this.#viewsOf(part));
    return { parts: parts.filter((part) => !isRemark(part)), own: { ...merged([...views, own]), place: schema } };
  }

  /** Who gives a name to an `allOf` of one model means a model like it; a `$ref` would do for another name. */
  #isModelOfItsOwn(schema: Place, part: Part): boolean {
    const component = this.#componentOf(part);
    return (
      this.style === "references" &&
      schema.get("allOf") !== undefined &&
      component !== undefined &&
      this.isBase(component)
    );
  }

  /** A schema that must match several at once. */
  readAll(schemas: readonly [Place, ...Place[]]): Schema {
    const [schema, ...others] = schemas;
    if (others.length === 0) return this.read(schema);
    return this.#inlined(schemas, schema, () => this.fromView(merged(schemas.map((each) => this.#views.of(each)))));
  }

  /** A schema whose keywords are all together. */
  fromView(view: View, bases: readonly Component[] = []): Schema {
    const { type, nullable } = this.#types.read(view, bases);
    return this.#schema(view, type, nullable, notesOf(view.keys, this.findings));
  }

  /**
   * The model that a component is, if it is one whose fields others can take over: nothing but fields, and not being read
   * itself at the moment.
   */
  isBase(component: Component): boolean {
    const { keys, properties } = this.#views.of(component.place);
    return properties.size > 0 && !variants.some((key) => keys.has(key));
  }

  #combination(schema: Place, parts: readonly Part[], own: View): Schema {
    const bases = this.style === "references" ? this.#bases(parts) : [];
    if (bases.length > 0) return this.#extension(schema, parts, own, bases);
    const targets = parts.flatMap((part) => this.#componentOf(part) ?? []);
    return this.#inlined([schema, ...targets], schema, () => {
      const read = this.fromView(this.#views.of(schema));
      return this.style === "documented" ? { ...read, notes: this.#wrapperNotes(read.notes, own) } : read;
    });
  }

  /** What stands in a field's description is the wrapper's own alone; only the type shows that of what it wraps (format §7). */
  #wrapperNotes(notes: Notes, own: View): Notes {
    return { ...notes, description: this.findings.text(own.keys.get("description")) || undefined };
  }

  /** A model that takes over the fields of others and adds or changes some. */
  #extension(schema: Place, parts: readonly Part[], own: View, bases: readonly Component[]): Schema {
    this.#views.of(schema);
    const inherited = merged(bases.map((each) => this.#views.of(each.place)));
    const additions = merged([
      emptyView(schema),
      ...parts.filter((part) => !this.#isOneOf(bases, part)).flatMap((part) => this.#viewsOf(part)),
      own,
    ]);
    const demanded = [...additions.required.keys()].filter(
      (name) => inherited.properties.has(name) && !inherited.required.has(name),
    );
    const names = new Set([...additions.properties.keys(), ...demanded]);
    const schemasOf = (name: string) => [
      ...(inherited.properties.get(name) ?? []),
      ...(additions.properties.get(name) ?? []),
    ];
    const required = [...inherited.required, ...additions.required].filter(
      ([name]) => names.has(name) || !inherited.properties.has(name),
    );
    const properties = new Map([...names].map((name) => [name, schemasOf(name)]));
    return this.fromView({ ...additions, properties, required: new Map(required) }, bases);
  }

  #viewsOf(part: Part): readonly View[] {
    const target = this.#views.target(part);
    return target === undefined ? [] : [this.#views.of(target)];
  }

  #bases(parts: readonly Part[]): readonly Component[] {
    const components = parts.map((part) => this.#componentOf(part));
    const isPlain = (part: Part, index: number): boolean => {
      const component = components[index];
      return component === undefined ? "schema" in part && this.#hasOnlyFields(part.schema) : this.isBase(component);
    };
    return parts.every(isPlain) ? [...new Set(components.flatMap((each) => each ?? []))] : [];
  }

  #hasOnlyFields(schema: Place): boolean {
    const { keys } = this.#views.of(schema);
    return ![...variants, "items"].some((key) => keys.has(key));
  }

  #isOneOf(bases: readonly Component[], part: Part): boolean {
    const component = this.#componentOf(part);
    return component !== undefined && bases.includes(component);
  }

  #componentOf(part: Part): Component | undefined {
    const target = "ref" in part ? this.library.schemaAt(part.ref) : undefined;
    return target !== undefined && "component" in target ? target.component : undefined;
  }

  /** Whether a schema beside a `$ref` leaves the type referred to as it is. */
  #addsNothing(own: View): boolean {
    if (own.properties.size > 0 || own.required.size > 0) return false;
    const keys = [...own.keys.keys()];
    if (this.style === "documented") return keys.every((key) => key === "description");
    return keys.every((key) => annotations.has(key) || key === "nullable" || key === "type" || key.startsWith("x-"));
  }

  #reference(ref: Place, own: View): Schema {
    const target = this.library.schemaAt(ref);
    const { keys, place } = own;
    if (target === undefined) return this.anything(place);
    if ("place" in target) {
      const read = this.#inlined([target.place], place, () => this.read(target.place));
      return keys.size === 0 ? read : { ...read, notes: { ...read.notes, ...definedIn(notesOf(keys, this.findings)) } };
    }
    const type: ComponentType = { kind: "component", component: target.component };
    const notes = notesOf(keys, this.findings);
    const isWrapper = this.style === "documented" && place.get("allOf") !== undefined;
    const nullable = this.findings.flag(keys.get("nullable")) || isNullType(keys.get("type"));
    reportLosses(own, type, this.findings);
    return this.#schema(own, type, nullable, isWrapper ? { ...notes, description: notes.description ?? "" } : notes);
  }

  #schema({ keys, place }: View, type: Type, nullable: boolean, notes: Notes): Schema {
    return {
      type,
      nullable,
      notes,
      default: keys.get("default"),
      readOnly: this.findings.flag(keys.get("readOnly")),
      writeOnly: this.findings.flag(keys.get("writeOnly")),
      place,
    };
  }

  /** Where nothing is known of a value. */
  anything(place: Place): Schema {
    const type = { kind: "scalar", scalar: "any", constraints: new Map() } as const;
    return { type, nullable: false, notes: nothingSaid, default: undefined, readOnly: false, writeOnly: false, place };
  }

  #isReadable(schema: Place): boolean {
    if (schema.scalar === false) this.findings.loss("a schema that allows nothing", schema);
    else if (schema.scalar !== true && !schema.isMapping) {
      this.findings.error(
        "wrong-kind",
        schema,
        `The schema at ${schema.pointer} must be an object, not ${kindInWords(schema)}`,
      );
    }
    if (schema.isMapping && ++this.#count === maxTypes) {
      this.findings.error("too-many-aliases", schema, `The schemas unfold to more than ${maxTypes} types`);
    }
    return schema.isMapping && this.#count < maxTypes;
  }

  /** Reads what is made of others in place; where one of them is being read already, it can only be referred to. */
  #inlined(sources: readonly (Component | Place)[], schema: Place, read: () => Schema): Schema {
    const known = sources.find((each) => this.#active.includes(each));
    if (known === undefined)
      return sources.reduceRight((inner, each) => () => this.#inside(each, schema, inner), read)();
    const { keys } = this.#views.of(schema);
    if ("name" in known) {
      const type: ComponentType = { kind: "component", component: known };
      return this.#schema(
        { ...emptyView(schema), keys },
        type,
        this.findings.flag(keys.get("nullable")),
        notesOf(keys, this.findings),
      );
    }
    this.findings.error(
      "circular-ref",
      schema,
      `The schema at ${schema.pointer} contains itself without a name to refer to`,
    );
    return this.anything(schema);
  }

  #inside(source: Component | Place, schema: Place, read: () => Schema): Schema {
    if (this.#active.length > maxNesting) {
      this.findings.error(
        "too-deep",
        schema,
        `The schema at ${schema.pointer} unfolds to more than ${maxNesting} levels`,
      );
      return this.anything(schema);
    }
    this.#active.push(source);
    const result = read();
    this.#active.pop();
    return result;
  }
}

function isNullType(type: Place | undefined): boolean {
  return [...(type?.items() ?? [])].some((each) => each.text === "null");
}

function definedIn(notes: Notes): Partial<Notes> {
  return {
    ...(notes.description !== undefined && { description: notes.description }),
    ...(notes.examples.length > 0 && { examples: notes.examples }),
    ...(notes.deprecated !== undefined && { deprecated: notes.deprecated }),
    ...(notes.externalDocs !== undefined && { externalDocs: notes.externalDocs }),
  };
}

/** Keywords by which a schema is no plain model. */
const variants = ["oneOf", "anyOf", "enum", "const"];
