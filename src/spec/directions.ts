/**
 * Input and output models: requests have no read-only fields, responses no write-only ones.
 *
 * A definition *differs on input* if it has a read-only field, or refers to a definition that differs on input (through
 * fields, items, values, members, additional fields or `extends`). *Differs on output* is the same for write-only
 * fields. It becomes
 *
 * | differs | definitions |
 * | --- | --- |
 * | neither | `X`, unchanged |
 * | on input only | `X` for responses and `XInput` for requests |
 * | on output only | `X` for requests and `XOutput` for responses |
 * | on both | `XInput` and `XOutput` |
 *
 * and each of them refers to the definitions of its own direction. The documented family does the same with models used
 * in requests and responses (openapi-names §2); a spec does not declare where a model is used. Without read-only and
 * write-only fields nothing changes.
 */
import { addTo } from "./groups.js";
import { referencesIn } from "./references.js";
import type { Definition, Discriminator, Field, Model, Names, Slot, Spec, Type, Union } from "./spec.js";
import type { Draft } from "./drafts.js";

type Direction = "Input" | "Output";

/** Replaces definitions by those of each direction. */
export function splitByDirection(definitions: readonly Definition[]): Pick<Spec, "definitions" | "divided"> {
  const differs: Readonly<Record<Direction, ReadonlySet<Definition>>> = {
    Input: differing(definitions, (field) => field.readOnly),
    Output: differing(definitions, (field) => field.writeOnly),
  };
  const divided = new Map<Definition, readonly Definition[]>();
  if (differs.Input.size === 0 && differs.Output.size === 0) return { definitions, divided };
  const input = new Variants(definitions, "Input", differs);
  const output = new Variants(definitions, "Output", differs);
  const split = definitions.flatMap((each) => {
    const [sent, received] = [input.draft(each), output.draft(each)];
    if (sent === undefined || received === undefined) return [each];
    sent.direction = { use: "request", other: received };
    received.direction = { use: "response", other: sent };
    const both = differs.Output.has(each) ? [sent, received] : [received, sent];
    divided.set(each, both);
    return both;
  });
  return { definitions: split, divided };
}

function differing(definitions: readonly Definition[], isLeftOut: (field: Field) => boolean): ReadonlySet<Definition> {
  const found = new Set(definitions.filter((each) => each.kind === "model" && each.fields.some(isLeftOut)));
  if (found.size === 0) return found;
  const users = new Map<Definition, Definition[]>();
  for (const each of definitions) {
    for (const used of referencesOf(each)) addTo(users, used, each);
  }
  // A set may grow while it is walked.
  for (const each of found) for (const user of users.get(each) ?? []) found.add(user);
  return found;
}

function referencesOf(definition: Definition): readonly Definition[] {
  switch (definition.kind) {
    case "enum":
      return [];
    case "union":
      return definition.members.flatMap((member) => referencesIn(member.type));
    case "model": {
      const { additionalFields: additional } = definition;
      const more = typeof additional === "string" ? [] : referencesIn(additional.type);
      return [...definition.extends, ...definition.fields.flatMap((field) => referencesIn(field.type)), ...more];
    }
  }
}

/** The definitions of one direction. */
class Variants {
  readonly #direction: Direction;
  readonly #made = new Map<Definition, Draft>();

  constructor(
    all: readonly Definition[],
    direction: Direction,
    differs: Readonly<Record<Direction, ReadonlySet<Definition>>>,
  ) {
    this.#direction = direction;
    const other = direction === "Input" ? "Output" : "Input";
    const either = all.filter((each) => differs[direction].has(each) || differs[other].has(each));
    for (const each of either) {
      const suffix = differs[direction].has(each) ? direction : "";
      const former = each.renamedFrom && { renamedFrom: each.renamedFrom.map((name) => name + suffix) };
      this.#made.set(each, { ...each, ...former, name: each.name + suffix, names: suffixed(each.names, suffix) });
    }
    for (const [original, draft] of this.#made) this.#fill(draft, original);
  }

  of<T extends Definition>(definition: T): T {
    return (this.#made.get(definition) ?? definition) as T;
  }

  draft(definition: Definition): Draft | undefined {
    return this.#made.get(definition);
  }

  #fill(draft: Draft, original: Definition): void {
    if (original.owner !== undefined) draft.owner = this.of(original.owner);
    if (draft.kind === "union") {
      draft.members = draft.members.map((member) => ({ ...member, type: this.#type(member.type) }));
      draft.discriminator = this.#discriminator(draft.discriminator);
    }
    if (draft.kind !== "model") return;
    draft.extends = draft.extends.map((base) => this.of(base));
    draft.fields = draft.fields.flatMap((field) => this.#field(field));
    if (typeof draft.additionalFields !== "string") draft.additionalFields = this.#slot(draft.additionalFields);
  }

  #field(field: Field): readonly Field[] {
    const leftOut = this.#direction === "Input" ? field.readOnly : field.writeOnly;
    return leftOut ? [] : [{ ...field, type: this.#type(field.type) }];
  }

  #slot({ type, nullable }: Slot): Slot {
    return { type: this.#type(type), nullable };
  }

  #type(type: Type): Type {
    switch (type.kind) {
      case "reference":
        return { kind: "reference", to: this.of(type.to) };
      case "array":
        return { ...type, items: this.#slot(type.items) };
      case "tuple":
        return { ...type, items: type.items.map((item) => this.#slot(item)) };
      case "map":
        return { ...type, values: this.#slot(type.values) };
      default:
        return type;
    }
  }

  #discriminator(discriminator: Discriminator | undefined): Discriminator | undefined {
    if (discriminator === undefined) return undefined;
    const mapping = new Map(
      [...discriminator.mapping].map(([value, member]): [string, Model | Union] => [value, this.of(member)]),
    );
    return { ...discriminator, mapping };
  }
}

function suffixed(names: Names, suffix: string): Names {
  return new Map([...names].map(([label, name]) => [label, name + suffix]));
}
