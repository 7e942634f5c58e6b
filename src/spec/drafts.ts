/** Definitions that are still being built. */
import { documented } from "./documentation.js";
import { enumBase } from "./enums.js";
import type { ModelSource, TypeSource } from "./source.js";
import type { Definition, Model, Union } from "./spec.js";

export type Draft<T extends Definition = Definition> = T extends Definition
  ? { -readonly [K in keyof T]: T[K] }
  : never;
export type ModelDraft = Draft<Model>;
export type UnionDraft = Draft<Union>;

export type Identity = Pick<Definition, "name" | "names" | "renamedFrom" | "namespace" | "owner" | "span">;

/** A definition before the definitions that it refers to are resolved. */
export function emptyDefinition(kind: Definition["kind"], source: TypeSource | ModelSource, identity: Identity): Draft {
  const { description, examples, deprecated, externalDocs } = documented(source);
  const base = { ...identity, description, examples, deprecated, externalDocs };
  switch (kind) {
    case "enum":
      return { kind, ...base, base: enumBase(source), open: source.open?.value ?? false, values: [] };
    case "union":
      return { kind, ...base, members: [], discriminator: undefined };
    case "model": {
      const abstract = "abstract" in source ? (source.abstract?.value ?? false) : false;
      return { kind, ...base, fields: [], extends: [], abstract, additionalFields: "keep", saysKeep: false };
    }
  }
}
