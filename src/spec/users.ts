/** What refers to a definition. */
import { addTo } from "./groups.js";
import { referencesIn } from "./references.js";
import type { Definition, Spec, Type } from "./spec.js";

/** A definition that refers to another, and where. */
export interface User {
  readonly user: Definition;
  /** The JSON name of the field; "" for a member of a union, a base, and fields that are not listed. */
  readonly field: string;
}

/** The users of each definition, each place once, in the order of the spec. */
export function usersOf({ definitions }: Spec): ReadonlyMap<Definition, readonly User[]> {
  const users = new Map<Definition, User[]>();
  const add = (used: Definition, user: Definition, field: string): void => {
    const last = users.get(used)?.at(-1);
    if (last?.user !== user || last.field !== field) addTo(users, used, { user, field });
  };
  for (const user of definitions) {
    for (const [field, type] of typesOf(user)) for (const used of referencesIn(type)) add(used, user, field);
    if (user.kind === "model") for (const base of user.extends) add(base, user, "");
  }
  return users;
}

/** What pages show of the users of each definition: the same text as long as that stays the same. */
export function userTexts(spec: Spec): ReadonlyMap<Definition, string> {
  const numbers = new Map(spec.definitions.map((each, number) => [each, number]));
  return new Map(
    Array.from(usersOf(spec), ([used, users]) => {
      return [used, JSON.stringify(users.map(({ user, field }) => [numbers.get(user), field]))];
    }),
  );
}

function typesOf(definition: Definition): readonly (readonly [field: string, type: Type])[] {
  switch (definition.kind) {
    case "enum":
      return [];
    case "union":
      return definition.members.map(({ type }) => ["", type] as const);
    case "model": {
      const { additionalFields, fields } = definition;
      const others = typeof additionalFields === "object" ? [["", additionalFields.type] as const] : [];
      return [...fields.map(({ name, type }) => [name, type] as const), ...others];
    }
  }
}
