/** Distinct names for fields that would have the same name in a language. */
import type { ShippedLanguage } from "../languages/language.js";
import type { ModelDeclaration } from "./schema.js";
import { longest } from "./enum-reader.js";
import { ownNames } from "./own-names.js";
import type { Schemas } from "./schemas.js";

/** What this module needs to know about a language's names. */
export type FieldNamer = Pick<ShippedLanguage, "id" | "fieldName">;

export class FieldNames {
  readonly #known = new Map<FieldNamer, Map<ModelDeclaration, ReadonlyMap<string, string>>>();

  constructor(
    private readonly schemas: Schemas,
    private readonly languages: readonly FieldNamer[],
  ) {
    for (const language of languages) this.#known.set(language, new Map());
  }

  /** The names that a field of a model needs, by language; none if the default names are distinct. */
  renames(model: ModelDeclaration, field: string): ReadonlyMap<string, string> {
    const needed = this.languages.flatMap((language) => {
      const name = this.#names(model, language).get(field) ?? "";
      return name === language.fieldName(field) ? [] : [[language.id, name] as const];
    });
    return new Map(needed);
  }

  /** The names of a model's fields, inherited ones first; of two with the same name, the key that is the name itself keeps it, else the first. */
  #names(model: ModelDeclaration, language: FieldNamer): ReadonlyMap<string, string> {
    const known = this.#known.get(language)?.get(model);
    if (known !== undefined) return known;
    const names = new Map<string, string>();
    const taken = new Set<string>();
    const add = (field: string, name: string): void => {
      names.set(field, name);
      taken.add(name);
    };
    for (const base of model.extends) {
      const { type } = this.schemas.component(base);
      if (type.kind === "model")
        for (const [field, name] of this.#names(type, language)) if (!taken.has(name)) add(field, name);
    }
    const own = model.fields.map(({ name }) => name).filter((name) => !names.has(name));
    const isName = (field: string): boolean => language.fieldName(field) === field;
    const inTurn = [...own.filter(isName), ...own.filter((field) => !isName(field))];
    for (const field of inTurn) add(field, freeName(field, taken, language));
    this.#known.get(language)?.set(model, names);
    return names;
  }
}

/** The language's name for a field if it is free, else the first of the field's own names that is. */
function freeName(field: string, taken: ReadonlySet<string>, language: FieldNamer): string {
  const isUsable = (name: string): boolean => name !== "" && !taken.has(name);
  const name = language.fieldName(field);
  if (name.length <= longest && isUsable(name)) return name;
  for (const each of ownNames({ value: field, text: field, isChosen: false })) {
    const own = language.fieldName(each);
    if (isUsable(own)) return own;
  }
  throw new RangeError("there is always another name");
}
