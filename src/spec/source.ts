/**
 * A spec file as written: checked on its own, with all versions and nothing resolved. It is plain data.
 */
import type { Json } from "../text/json.js";
import type { Entry, Located } from "../shape/shape.js";
import type { Changes } from "../shape/define.js";
import type { TypeExpression } from "./type-syntax.js";

export interface SpecFile {
  readonly path: string;
  readonly namespace: string | undefined;
  readonly models: readonly Entry<ModelSource>[];
}

/** The keys of a type, wherever it is written. */
export interface TypeSource {
  /** Whether a wrong part was reported and left out, so that its absence is not reported too. */
  readonly broken?: true;
  readonly type?: Entry<TypeExpression>;
  readonly as?: Entry<string>;
  readonly nullable?: Entry<boolean>;
  readonly enum?: Entry<readonly Located<EnumValueSource>[]>;
  readonly open?: Entry<boolean>;
  readonly fields?: Entry<readonly Entry<FieldSource>[]>;
  readonly extends?: Entry<readonly Located<TypeExpression>[]>;
  readonly from?: Entry<TypeExpression>;
  readonly pick?: Entry<readonly Located<string>[]>;
  readonly omit?: Entry<readonly Located<string>[]>;
  readonly partial?: Entry<boolean>;
  readonly additionalProperties?: Entry<boolean | TypeSource>;
  readonly oneOf?: Entry<readonly Located<MemberSource | null>[]>;
  readonly discriminator?: Entry<DiscriminatorSource>;
  readonly const?: Entry<string | number | bigint | boolean>;
  readonly items?: Entry<TypeSource>;
  readonly tuple?: Entry<readonly Located<TypeSource>[]>;
  readonly keys?: Entry<TypeExpression>;
  readonly values?: Entry<TypeSource>;
  readonly minLength?: Entry<number>;
  readonly maxLength?: Entry<number>;
  readonly pattern?: Entry<string>;
  readonly minimum?: Entry<number | bigint>;
  readonly maximum?: Entry<number | bigint>;
  readonly exclusiveMinimum?: Entry<number | bigint>;
  readonly exclusiveMaximum?: Entry<number | bigint>;
  readonly multipleOf?: Entry<number | bigint>;
  readonly minItems?: Entry<number>;
  readonly maxItems?: Entry<number>;
  readonly uniqueItems?: Entry<boolean>;
  readonly minProperties?: Entry<number>;
  readonly maxProperties?: Entry<number>;
  readonly name?: Entry<string>;
  readonly names?: Entry<readonly Entry<string>[]>;
  readonly description?: Entry<string>;
  readonly example?: Entry<Json>;
  readonly examples?: Entry<readonly Located<Json>[]>;
  readonly checkExamples?: Entry<boolean>;
  readonly deprecated?: Entry<boolean | string | DeprecationSource>;
  readonly externalDocs?: Entry<ExternalDocsSource>;
}

/** What is added, removed and changed in versions of the API. */
export interface Versioned<T> {
  readonly added?: Entry<string>;
  readonly removed?: Entry<string>;
  /** By version. */
  readonly changed?: Entry<readonly Entry<Changes<T>>[]>;
}

/** One name, or several. */
export type NamesSource<T = string> = T | readonly Located<T>[];

export interface ModelSource extends Omit<TypeSource, "name">, Versioned<ModelSource> {
  readonly renamedFrom?: Entry<NamesSource>;
  readonly abstract?: Entry<boolean>;
}

export interface FieldSource extends TypeSource, Versioned<FieldSource> {
  readonly required?: Entry<boolean>;
  readonly default?: Entry<Json>;
  readonly readOnly?: Entry<boolean>;
  readonly writeOnly?: Entry<boolean>;
  readonly rename?: Entry<string | readonly Entry<string>[]>;
  readonly renamedFrom?: Entry<NamesSource>;
  readonly aliases?: Entry<readonly Located<string>[]>;
}

export interface MemberSource extends TypeSource, Versioned<MemberSource> {}

export interface EnumValueSource extends Versioned<EnumValueSource> {
  readonly broken?: true;
  readonly value?: Entry<string | number | bigint | null>;
  readonly renamedFrom?: Entry<NamesSource<string | number | bigint>>;
  readonly name?: Entry<string>;
  readonly names?: Entry<readonly Entry<string>[]>;
  readonly description?: Entry<string>;
  readonly deprecated?: Entry<boolean | string | DeprecationSource>;
}

export interface DiscriminatorSource {
  readonly broken?: true;
  readonly field?: Entry<string>;
  readonly mapping?: Entry<readonly Entry<TypeExpression>[]>;
}

export interface DeprecationSource {
  readonly broken?: true;
  readonly message?: Entry<string>;
  readonly use?: Entry<string>;
}

export interface ExternalDocsSource {
  readonly broken?: true;
  readonly url?: Entry<string>;
  readonly description?: Entry<string>;
}
