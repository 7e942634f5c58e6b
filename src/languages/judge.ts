/** What a language knows about changes of a spec, to judge what they do to users of its classes. */
import type { Target } from "../config/config.js";
import type { Severity } from "../diff/change.js";
import type { Readers } from "../diff/context.js";
import type { Matching } from "../diff/matching.js";
import type { Naming } from "../names/rules.js";
import { isRequired } from "../spec/fields.js";
import { referencesIn } from "../spec/references.js";
import type { Definition, Enum, Field, Model, Spec, Type } from "../spec/spec.js";

/** Code that reads models and branches over values, and code that builds them. */
export interface Halves {
  readonly read: Severity;
  readonly build: Severity;
}

export const noEffect: Halves = { read: "none", build: "none" };

export interface Effects {
  /** One for each of the language's cells. */
  readonly cells: Readonly<Record<string, Severity>>;
  readonly docs: Severity;
  /** The code before and after: `Long` becomes `Double`. */
  readonly note: string | undefined;
}

/** One state of a spec, with the names that a target decides. */
export interface Side {
  readonly spec: Spec;
  readonly names: Naming;
  /** How code refers to a class; undefined if the target has none. */
  symbol(definition: Definition): string | undefined;
  /** The field of a model with a JSON name. */
  fieldNamed(model: Model, name: string): Field | undefined;
}

/** A side, which knows the fields of a model by name. */
export function indexed<T extends Omit<Side, "fieldNamed">>(side: T): T & Side {
  const known = new Map<Model, ReadonlyMap<string, Field>>();
  return {
    ...side,
    fieldNamed(model, name) {
      const fields = known.get(model) ?? new Map(model.fields.map((field) => [field.name, field]));
      known.set(model, fields);
      return fields.get(name);
    },
  };
}

/** A field in both states. */
export interface FieldEffects {
  readonly cells: Readonly<Record<string, Halves>>;
  readonly note: string | undefined;
}

/** What a language provides so that changes can be judged. */
export interface Compatibility {
  /** The names of its cells: `java` for source code, `javaBinary` for class files. */
  readonly cells: readonly string[];
  /** @param matching which definitions of the two are the same */
  judge(before: Spec, after: Spec, target: Target, matching: Matching): Judge;
  /** Which JSON the classes of a target read. */
  readers(target: Target): Readers;
  /** What another value of an option does to all classes and pages. */
  readonly options: Readonly<Record<string, OptionEffect>>;
}

export interface OptionEffect {
  readonly code: Severity;
  readonly docs: Severity;
  readonly why: string;
}

/** What a language knows about changes from one state of a spec to another. */
export interface Judge {
  readonly target: Target;
  readonly before: Side;
  readonly after: Side;
  /** A field whose type, state or constant changed. The two models contain it; their classes may have other names. */
  field(models: { readonly before: Model; readonly after: Model }, before: Field, after: Field): FieldEffects;
  /** A field that is not declared, as a field of its own. */
  readonly othersField: string;
  /** What code does not find any more if a model keeps no undeclared fields. */
  readonly withoutOthers: Halves;
  /** Whether an enum's values have an order that code can see. */
  isOrdered(definition: Enum): boolean;
  /** Another value of an open enum. */
  readonly openValueAdded: Halves;
  /** A closed enum that is open now. */
  readonly enumOpened: Halves;
  /** A model that is abstract now. */
  readonly abstracted: Halves;
  /** A member that a union no longer has, by cell. */
  memberRemoved(cell: string): Halves;
  /** Another order of a union's members, as far as it does not decide which member is read. */
  readonly membersReordered: Halves;
  /** What happens to code that uses a name that the class, field or constant had before. */
  readonly former: FormerNames;
}

export interface FormerNames {
  readonly class: Halves;
  readonly field: Halves;
  /** By cell. */
  member(cell: string, definition: Enum): Halves;
}

/** The definitions that take the place of a declared one. */
export function variantsOf(definition: Definition, { divided }: Spec): readonly Definition[] {
  return divided.get(definition) ?? [definition];
}

export function symbolsOf(definition: Definition | undefined, side: Side): readonly string[] {
  if (definition === undefined) return [];
  return variantsOf(definition, side.spec).flatMap((each) => side.symbol(each) ?? []);
}

/** How code refers to it by names that it had before. */
export function formerSymbolsOf(definition: Definition, side: Side): readonly string[] {
  return variantsOf(definition, side.spec).flatMap((each) => {
    const symbol = side.symbol(each);
    if (symbol === undefined) return [];
    const outer = symbol.slice(0, symbol.length - side.names.className(each).length);
    return side.names.formerClasses(each).map(({ className }) => outer + className);
  });
}

/** The inline types in a type. */
export function inlineIn(type: Type): readonly Definition[] {
  return referencesIn(type).filter(({ owner }) => owner !== undefined);
}

/** A field as a class declares it, with the types of its own side; undefined if no class has it. */
export function spelledField(
  model: Model,
  field: Field,
  { spec, fieldNamed }: Side,
): { readonly model: Model; readonly field: Field } | undefined {
  for (const variant of variantsOf(model, spec)) {
    const own = variant.kind === "model" ? fieldNamed(variant, field.name) : undefined;
    if (variant.kind === "model" && own !== undefined) return { model: variant, field: { ...field, type: own.type } };
  }
  return undefined;
}

export function becomes(before: string, after: string): string | undefined {
  return before === after || before === "" || after === "" ? undefined : `${inCode(before)} becomes ${inCode(after)}`;
}

/** The same for two qualified names, without the qualifiers that both have. */
export function nameBecomes(before: string, after: string): string | undefined {
  const differs = [...before].findIndex((character, at) => character !== after[at]);
  const shared = before.slice(0, differs === -1 ? before.length : differs).replace(/\w+$/, "");
  return becomes(before.slice(shared.length), after.slice(shared.length));
}

/** What becomes of null as an argument. */
export function nullArgument(field: Field): "refused" | "null" | "omitted" {
  if (field.nullable) return "null";
  return isRequired(field) ? "refused" : "omitted";
}

/** What changes for code that passes null, if that is neither refused before nor after. */
export function nullNote(before: Field, after: Field, word: string): string | undefined {
  const [was, is] = [nullArgument(before), nullArgument(after)];
  if (was === "refused" || is === "refused" || was === is) return undefined;
  return `an argument ${inCode(word)} ${is === "omitted" ? "now omits the field" : "is now written as null"}`;
}

function inCode(text: string): string {
  return `\`${text}\``;
}
