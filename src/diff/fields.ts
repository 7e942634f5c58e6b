/** Changes of a model's fields: added, removed, renamed, and what changed in those that stayed. */
import { isRequired, otherKeys } from "../spec/fields.js";
import type { Definition, Field, Model } from "../spec/spec.js";
import { align, renamed, replaced } from "./align.js";
import type { Change, Wire } from "./change.js";
import { constraintChanges } from "./constraints.js";
import { type Context, placed, type Where } from "./context.js";
import { docsChanges } from "./documentation.js";
import type { Kind } from "./kinds.js";
import type { Pair } from "./matching.js";
import { valueText } from "./signatures.js";
import { compareTypes } from "./types.js";
import { slotText, typeText } from "./type-text.js";
import { noWire, unknownField, wireOfStates, wireOfTypes } from "./wire.js";

/** @param compareInline compares two inline types at the same place */
export function compareFields(models: Pair<Model>, where: Where, context: Context, compareInline: CompareInline): void {
  const { before, after } = models;
  const aligned = align(before.fields, after.fields, ({ name }) => name);
  const declared = renamed(aligned, ({ name }) => name, otherKeys);
  const known = new Set(declared.flat());
  const recognized = replaced(before.fields, after.fields, aligned, (field) => context.signatures.field(field));
  const pairs = [...declared, ...recognized.filter((pair) => !pair.some((field) => known.has(field)))];
  const comparison = new FieldComparison(models, where, context, compareInline);
  for (const [old, current] of [...aligned.common, ...pairs]) comparison.compare(old, current);
  const paired = new Set(pairs.flat());
  for (const field of aligned.removed) if (!paired.has(field)) comparison.removed(field);
  for (const field of aligned.added) if (!paired.has(field)) comparison.added(field);
  if (aligned.isReordered) comparison.reordered();
}

export type CompareInline = (before: Definition, after: Definition, where: Where) => void;

class FieldComparison {
  constructor(
    private readonly models: Pair<Model>,
    private readonly where: Where,
    private readonly context: Context,
    private readonly compareInline: CompareInline,
  ) {}

  added(field: Field): void {
    const isOptional = !isRequired(field);
    const kind = isOptional ? (field.required ? "required-with-default" : "optional") : "required";
    const missing: Wire["write"] = isOptional ? (field.required ? "silent" : "none") : "breaking";
    const wire: Wire = {
      read: field.writeOnly ? "none" : unknownField(field, this.models.before, this.context),
      write: field.readOnly ? "none" : missing,
    };
    this.#add(`field.added.${kind}`, undefined, field, { wire, new: slotText(field) });
  }

  removed(field: Field): void {
    const kind: Kind = `field.removed.${isRequired(field) ? "required" : "optional"}`;
    const unknown = unknownField(field, this.models.after, this.context);
    const wire: Wire = {
      read: isRequired(field) && !field.writeOnly ? "breaking" : "none",
      write: field.readOnly ? "none" : unknown === "none" ? "silent" : unknown,
    };
    this.#add(kind, field, undefined, { wire, old: slotText(field) });
  }

  /** One record for all fields; those of a base are reported there. */
  reordered(): void {
    const { before, after } = this.models;
    const [own, current] = [ownFields(before), ownFields(after)];
    if (!align(own, current, ({ name }) => name).isReordered && before.extends.length > 0) return;
    const names = (fields: readonly Field[]): string => fields.map(({ name }) => name).join(", ");
    this.context.add({
      ...placed(this.where),
      ...{ kind: "field.order-changed", before: before.span, after: after.span, wire: noWire },
      ...{ old: names(before.fields), new: names(after.fields), subject: { on: "definition", before, after } },
    });
  }

  compare(before: Field, after: Field): void {
    this.#names(before, after);
    this.#otherNames(before, after);
    this.#state(before, after);
    this.#directions(before, after);
    this.#type(before, after);
    this.#default(before, after);
    for (const { kind, ...facts } of docsChanges(before, after))
      this.#add(kind, before, after, { ...facts, wire: noWire });
  }

  #names(before: Field, after: Field): void {
    if (before.name !== after.name) {
      const unknown = (field: Field, model: Model): Wire["read"] => {
        const severity = unknownField(field, model, this.context);
        return isRequired(field) ? "breaking" : severity === "none" ? "silent" : severity;
      };
      const wire: Wire = {
        read: otherKeys(before).includes(after.name) ? "none" : unknown(after, this.models.before),
        write: otherKeys(after).includes(before.name) ? "none" : unknown(before, this.models.after),
      };
      const kind: Kind = `field.renamed.${isRequired(before) ? "required" : "optional"}`;
      return this.#add(kind, before, after, { wire, old: before.name, new: after.name });
    }
    const [old, current] = [symbolText(before), symbolText(after)];
    if (old !== current) this.#add("field.renamed-symbol", before, after, { wire: noWire, old, new: current });
  }

  #otherNames(before: Field, after: Field): void {
    const isNew = otherKeys(after).filter((key) => ![before.name, ...otherKeys(before)].includes(key));
    const isGone = otherKeys(before).filter((key) => ![after.name, ...otherKeys(after)].includes(key));
    if (isNew.length > 0) this.#add("field.other-name-added", before, after, { wire: noWire, new: isNew.join(", ") });
    // Clients from before the rename send it.
    const wire: Wire = { read: "none", write: isRequired(after) ? "breaking" : "silent" };
    if (isGone.length > 0) this.#add("field.other-name-removed", before, after, { wire, old: isGone.join(", ") });
  }

  #state(before: Field, after: Field): void {
    const changedDefault =
      before.required && after.required && (before.default === undefined) !== (after.default === undefined);
    const [old, current] = [stateOf(before), stateOf(changedDefault ? { ...after, default: before.default } : after)];
    if (old === current) return;
    const changed: Field = { ...before, required: after.required, nullable: after.nullable, default: after.default };
    const isolated = changedDefault ? { ...changed, default: before.default } : changed;
    // Every change from one of the four states to another is a kind.
    const kind = `field.${old}.to-${current}` as Kind;
    this.#add(kind, before, isolated, { wire: wireOfStates(before, isolated), old, new: current }, after);
  }

  #directions(before: Field, after: Field): void {
    const required = isRequired(after);
    const facts = (wire: Wire): Pick<Change, "wire" | "old" | "new"> => ({ wire, old: undefined, new: undefined });
    if (!before.readOnly && after.readOnly) {
      const unknown = unknownField(before, this.models.after, this.context);
      const write = unknown === "none" ? "silent" : unknown;
      this.#add("field.read-only-added", before, after, facts({ read: "none", write }));
    }
    if (before.readOnly && !after.readOnly) {
      this.#add(
        "field.read-only-removed",
        before,
        after,
        facts({ read: "none", write: required ? "breaking" : "none" }),
      );
    }
    if (!before.writeOnly && after.writeOnly) {
      const read = isRequired(before) ? "breaking" : "silent";
      this.#add("field.write-only-added", before, after, facts({ read, write: "none" }));
    }
    if (before.writeOnly && !after.writeOnly) {
      const read = unknownField(after, this.models.before, this.context);
      this.#add("field.write-only-removed", before, after, facts({ read, write: "none" }));
    }
  }

  #type(before: Field, after: Field): void {
    const { context, where } = this;
    const changed: Field = { ...before, type: after.type };
    compareTypes(
      before.type,
      after.type,
      {
        changed: (kind, old, current) => {
          const wire = wireOfTypes(before.type, after.type, context);
          this.#add(kind, before, changed, { wire, old: typeText(old), new: typeText(current) }, after);
        },
        itemNullable: (kind) => {
          const [old, current] = [typeText(before.type), typeText(after.type)];
          const wire = wireOfTypes(before.type, after.type, context);
          this.#add(kind, before, changed, { wire, old, new: current }, after);
        },
        constraints: (old, current) => {
          for (const { kind, ...facts } of constraintChanges(old, current))
            this.#add(kind, before, changed, facts, after);
        },
        inline: (old, current) => {
          this.compareInline(old, current, { ...where, path: [...where.path, after.name] });
        },
      },
      context,
    );
  }

  #default(before: Field, after: Field): void {
    const [old, current] = [before.default, after.default];
    if (old === undefined && current === undefined) return;
    const texts = {
      old: old === undefined ? undefined : valueText(old),
      new: current === undefined ? undefined : valueText(current),
    };
    if (texts.old === texts.new) return;
    const isolated: Field = { ...before, default: after.default };
    const add = (kind: Kind, wire: Wire): void => this.#add(kind, before, isolated, { ...texts, wire }, after);
    const state = before.required && after.required ? "required" : "optional";
    const silent: Wire = { read: "none", write: "silent" };
    if (old !== undefined && current !== undefined) return add("default.changed", silent);
    const kind: Kind = `default.${old === undefined ? "added" : "removed"}.${state}`;
    add(kind, state === "required" ? wireOfStates(before, isolated) : silent);
  }

  #add(
    kind: Kind,
    before: Field | undefined,
    after: Field | undefined,
    facts: Pick<Change, "wire"> & Partial<Pick<Change, "old" | "new">>,
    at = after,
  ): void {
    const both = [before, after].flatMap((each) => each ?? []);
    const onlyReceived = both.every(({ readOnly }) => readOnly) && !kind.includes("read-only");
    const onlySent = both.every(({ writeOnly }) => writeOnly) && !kind.includes("write-only");
    const { path } = this.where;
    const where = { ...this.where, path };
    const direction = onlyReceived ? "received" : onlySent ? "sent" : this.where.direction;
    this.context.add({
      ...placed(where, (at ?? before)?.name),
      ...{ kind, direction, before: before?.span, after: at?.span, wire: facts.wire, old: facts.old, new: facts.new },
      subject: { on: "field", owners: this.models, before, after },
    });
  }
}

/** The fields that a model declares itself. */
function ownFields({ fields, extends: bases }: Model): readonly Field[] {
  const inherited = new Set(bases.flatMap((base) => base.fields));
  return fields.filter((field) => !inherited.has(field));
}

function stateOf(field: Field): string {
  return `${isRequired(field) ? "required" : "optional"}${field.nullable ? "-nullable" : ""}`;
}

/** The names that the author chose. */
export function namesText(name: string | undefined, names: ReadonlyMap<string, string>): string | undefined {
  const others = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, each]) => `${label}: ${each}`);
  const all = [...(name === undefined ? [] : [name]), ...others];
  return all.length === 0 ? undefined : all.join(", ");
}

function symbolText({ alias, renames }: Field): string | undefined {
  return namesText(alias, renames);
}
