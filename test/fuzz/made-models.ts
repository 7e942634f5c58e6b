/**
 * Specs of random meaning with plain names: every construct of the language. A made definition can be wrong, such as a union
 * of two equal types; see `validSpec`.
 */
import fc from "fast-check";
import { fieldNames, fields, type Names, oneOf, rest, type, word } from "./made-types.js";

/** Of each kind, how many definitions a spec has. */
const size = { keys: 3, enums: 5, aliases: 8, nests: 5, models: 28, derived: 8, tagged: 10, unions: 12 };

const keys = numbered("Key", size.keys);
const enums = numbered("Enum", size.enums);
const aliases = numbered("Alias", size.aliases);
const nests = numbered("Nest", size.nests);
const models = numbered("Model", size.models);
const derived = numbered("Derived", size.derived);
const tagged = numbered("Tagged", size.tagged);
const unions = numbered("Union", size.unions);

/** Models that several unions have as members, whatever their tags. */
const animals = {
  Cat: { fields: { kind: "string", lives: "integer" } },
  Dog: { fields: { kind: { type: "string?", required: true }, barks: "boolean" } },
  Fish: { fields: { kind: { enum: ["fish", "pet", "cat", "dog", "x y", "none"] } } },
};

const leaves = [...keys, ...enums];
const all: Names = {
  types: [...leaves, ...aliases, ...nests, ...models, ...derived, ...Object.keys(animals), ...tagged, ...unions],
  keys,
};

/** Models with a definition that is no model, since documents are models. */
const held = [...leaves, ...aliases, ...nests, ...tagged, ...unions];
const holders = held.map((name) => `HolderOf${name}`);

/** The tags of union members. */
const tags = { string: ["cat", "dog", ""], integer: [1, -2, 9_007_199_254_740_991], boolean: [true, false] };

/** The versions of a spec. Union members that only the first has leave unions of one member. */
export const versions = ["1", "2"];

/** By a mapping to models, some of which are in other unions, too. */
const ofAnimals = fc.uniqueArray(fc.constantFrom(...Object.keys(animals)), { minLength: 1 }).chain((oneOf) => {
  const tags = { minLength: oneOf.length, maxLength: 4 };
  return fc.uniqueArray(fc.constantFrom("cat", "dog", "fish", "pet", "x y"), tags).map((some) => ({
    oneOf,
    discriminator: {
      field: "kind",
      mapping: Object.fromEntries(some.map((tag, at) => [tag, oneOf[at % oneOf.length]])),
    },
  }));
});

/** The definitions of a spec, by their names. */
export type Definitions = Readonly<Record<string, object>>;

export const madeModels: fc.Arbitrary<Definitions> = fc
  .tuple(
    each(keys, () => enumeration(fc.constant("string"))),
    each(enums, () => withFormerValues(enumeration(fc.constantFrom("string", "integer")))),
    each(aliases, alias),
    each(nests, nest),
    each(models, model),
    each(derived, derivedModel),
    each(tagged, taggedUnion),
    each(unions, union),
    each(holders, holder),
  )
  .map((groups) => Object.assign({}, animals, ...groups) as Definitions);

/** The keys of maps have no former values. */
function withFormerValues(made: fc.Arbitrary<Enumeration>): fc.Arbitrary<object> {
  return fc.tuple(made, fc.boolean()).map(([each, isRenamed]) => {
    const former = (value: unknown): unknown => (typeof value === "string" ? `old ${value}` : -1000 - Number(value));
    const [first, ...others] = each.enum;
    return isRenamed ? { ...each, enum: [{ ...first, renamedFrom: former(first!.value) }, ...others] } : each;
  });
}

interface Enumeration {
  readonly enum: readonly { readonly value: unknown; readonly name: string }[];
  readonly open: boolean;
}

function enumeration(base: fc.Arbitrary<"string" | "integer">): fc.Arbitrary<Enumeration> {
  const strings = fc.uniqueArray(fc.constantFrom("red", "green", "", "dark blue", "1", "null", "x", "a"), {
    minLength: 1,
  });
  const integers = fc.uniqueArray(fc.constantFrom(0, 1, -5, 7, 2_147_483_648), { minLength: 1 });
  const values = base.chain((kind): fc.Arbitrary<readonly unknown[]> => (kind === "string" ? strings : integers));
  return fc.tuple(values, fc.boolean()).map(([listed, open]) => ({
    enum: listed.map((value, index) => ({ value, name: `value${index}` })),
    open,
  }));
}

/** A name for a type that does not contain itself. */
function alias(index: number): fc.Arbitrary<object> {
  return type({ types: [...leaves, ...models, ...aliases.slice(0, index)], keys });
}

/** A name for a type that contains itself. */
function nest(index: number): fc.Arbitrary<object> {
  const name = nests[index]!;
  const collection = fc
    .constantFrom("N[]", "map<N>", "N?[]", "map<N?>", "map<K, N>", "N[][]", "map<N[]>")
    .map((written) => ({ type: written.replace("K", keys[0]!).replace("N", name) }));
  const union = fc
    .uniqueArray(word({ types: [name, ...leaves, ...models], keys }), { minLength: 2, maxLength: 4 })
    .map((written) => ({ oneOf: [...written, `${name}[]`] }));
  return fc.oneof(collection, union);
}

function model(index: number): fc.Arbitrary<object> {
  const earlier = { types: [...leaves, ...models.slice(0, index)], keys };
  const base =
    index === 0 ? fc.constant({}) : fc.constantFrom(...models.slice(0, index)).map((name) => ({ extends: [name] }));
  return fc
    .tuple(fields(earlier, all), rest(all), rarely(base))
    .map(([own, more, bases]) => ({ fields: own, ...more, ...bases }));
}

function derivedModel(index: number): fc.Arbitrary<object> {
  const source = fc.constantFrom(...models, ...derived.slice(0, index));
  const some = fc.uniqueArray(fc.constantFrom(...fieldNames), { minLength: 1, maxLength: 3 });
  const selection = fc.oneof(
    fc.constant({}),
    some.map((pick) => ({ pick })),
    some.map((omit) => ({ omit })),
  );
  return fc
    .tuple(source, selection, fc.boolean(), rarely(fields({ types: leaves, keys }, all)), rarely(rest(all)))
    .map(([from, selected, partial, added, more]) => ({ from, ...selected, partial, fields: added, ...more }));
}

/** By shape; an earlier union can be a member of a later one. Some have only one member left in the newest version. */
function union(index: number): fc.Arbitrary<object> {
  const names = { types: [...leaves, ...aliases, ...nests, ...models, ...tagged, ...unions.slice(0, index)], keys };
  const left = type(names).map((member) => ({ oneOf: [member, { type: "uuid", removed: versions.at(-1) }] }));
  return fc.oneof({ weight: 6, arbitrary: oneOf(type(names)) }, { weight: 1, arbitrary: left });
}

/** By a field: declared or found by its constants, with a mapping, around another union, or of one member. */
function taggedUnion(index: number): fc.Arbitrary<object> {
  const kind = fc.constantFrom<keyof typeof tags>("string", "integer", "boolean");
  const members = kind.chain((each) =>
    fc
      .uniqueArray(fc.constantFrom<unknown>(...tags[each]), { minLength: 1, maxLength: 3 })
      .chain((some) => fc.tuple(...some.map((tag, position) => taggedMember(`Tagged${index}Of${position}`, tag)))),
  );
  const discriminator = { field: "kind" };
  const declared = members.map((oneOf) => ({ oneOf, discriminator }));
  const found = members.map((oneOf) => ({ oneOf }));
  const inner = fc.tuple(members, taggedMember(`Tagged${index}Last`, "last"));
  const nested = inner.map(([some, last]) => ({
    oneOf: [{ name: `Tagged${index}Inner`, oneOf: some, discriminator }, last],
    discriminator,
  }));
  const open = (name: string): fc.Arbitrary<object> =>
    fields({ types: [], keys }, { types: [], keys }).map((more) => ({
      name,
      fields: { ...more, kind: { type: "string", required: true } },
    }));
  const nestedByOther = fc
    .tuple(
      taggedMember(`Tagged${index}One`, "one", "sort"),
      taggedMember(`Tagged${index}Two`, "two", "sort"),
      open(`Tagged${index}Three`),
    )
    .map(([one, two, three]) => ({
      oneOf: [{ name: `Tagged${index}Sorts`, oneOf: [one, two], discriminator: { field: "sort" } }, three],
      discriminator: { field: "kind", mapping: { s: `Tagged${index}Sorts`, t: `Tagged${index}Three` } },
    }));
  const mapped = fc.tuple(open(`Tagged${index}A`), open(`Tagged${index}B`)).map((oneOf) => ({
    oneOf,
    discriminator: { field: "kind", mapping: { a: `Tagged${index}A`, b: `Tagged${index}B`, c: `Tagged${index}A` } },
  }));
  return fc.oneof(declared, declared, found, nested, nestedByOther, mapped, ofAnimals);
}

function taggedMember(name: string, tag: unknown, field = "kind"): fc.Arbitrary<object> {
  const names = { types: leaves, keys };
  return fc.tuple(type(names), rest(names)).map(([a, more]) => ({
    name,
    fields: {
      ...(field !== "kind" && { kind: { type: "string", required: true } }),
      [field]: { const: tag, required: true },
      a,
    },
    ...more,
  }));
}

function holder(index: number): fc.Arbitrary<object> {
  const name = held[index]!;
  const shape = fc.constantFrom("T", "T", "T?", "T[]", "map<T>", "map<K, T>");
  return fc.tuple(shape, fc.boolean(), rest(all)).map(([written, required, more]) => ({
    fields: {
      value: { type: written.replace("K", keys[0]!).replace("T", name), required },
      other: name,
    },
    ...more,
  }));
}

function rarely<T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary });
}

function each(
  names: readonly string[],
  definition: (index: number) => fc.Arbitrary<object>,
): fc.Arbitrary<Definitions> {
  return fc
    .tuple(...names.map((_, index) => definition(index)))
    .map((made) => Object.fromEntries(names.map((name, index) => [name, made[index]!])));
}

function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}${String(index).padStart(2, "0")}`);
}
