/**
 * Shapes describe the structure of YAML documents as data. The checks (`check.ts`), the JSON Schemas for editors
 * (`json-schema.ts`) and the key reference (`key-reference.ts`) use the same definition, so that they always agree.
 */
import type { Problem } from "../diagnostics/problem.js";
import type { Node, Range } from "../text/tree.js";

/** The description of a value that is read as a T. */
export type Shape<T> = (
  | TextShape
  | SyntaxShape<T>
  | FlagShape
  | NumberShape
  | ScalarShape
  | AnyShape
  | ListShape
  | DictionaryShape
  | RecordShape
  | EitherShape
  | VariantShape
  | LazyShape
) &
  ReadsAs<T>;

export declare const readsAs: unique symbol;
export interface ReadsAs<T> {
  /** Never set: it carries the type parameter. */
  readonly [readsAs]?: T;
}

/** A value with its place. */
export interface Located<T> extends Range {
  readonly value: T;
}

/** A key of a mapping with its value. */
export interface Entry<T> extends Located<T> {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
}

export interface TextShape {
  readonly kind: "text";
  /** The only strings that are allowed. */
  readonly values?: readonly string[];
  readonly pattern?: Pattern;
}

export interface Pattern {
  readonly regexp: RegExp;
  /** Its name in messages: `an absolute URL`. */
  readonly title: string;
}

/** A string with a syntax of its own. */
export interface SyntaxShape<T> {
  readonly kind: "syntax";
  /** Its name in messages: `a type`. */
  readonly title: string;
  readonly parse: (text: string, place: TextPlace, report: Report) => T | undefined;
  /** Completions that editors offer. */
  readonly suggestions?: readonly string[];
  /** Matches every valid string, and some that are not. */
  readonly pattern?: RegExp;
}

export interface FlagShape {
  readonly kind: "flag";
}

export interface NumberShape {
  readonly kind: "number";
  readonly whole?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

/** A single value of one of these kinds. */
export interface ScalarShape {
  readonly kind: "scalar";
  readonly of: readonly ("text" | "flag" | "whole" | "number" | "null")[];
}

export interface AnyShape {
  readonly kind: "any";
}

export interface ListShape {
  readonly kind: "list";
  readonly items: Shape<unknown>;
  readonly notEmpty?: boolean;
  readonly unique?: boolean;
}

/** A mapping whose keys the author chooses. */
export interface DictionaryShape {
  readonly kind: "dictionary";
  readonly values: Shape<unknown>;
  /** The pattern of all keys. */
  readonly keys?: Pattern;
  readonly notEmpty?: boolean;
}

/** A mapping with known keys. */
export interface RecordShape {
  readonly kind: "record";
  /** Its name in messages and the JSON Schema: `field`. */
  readonly name: string;
  readonly doc: string;
  readonly keys: Readonly<Record<string, Key<unknown>>>;
  /** The required keys. */
  readonly required: readonly string[];
  readonly rules: Rules;
  /** The key that a value without a mapping is the short form of. */
  readonly short?: string;
  /** Whether any value may be null, to remove a key. */
  readonly partial: boolean;
  /** The key with a mapping in which keys that the record does not have most likely belong. */
  readonly content?: string;
  /** How to write what other formats write with a key, where the record does not have it or its value is of another kind. */
  readonly foreign?: (key: string, value: Node) => Foreign | undefined;
}

export interface Foreign {
  /** An instruction. */
  readonly hint: string;
  /** The record's key that means the same; the value is checked as if it had this name. */
  readonly as?: string;
}

export interface Key<T> {
  readonly shape: Shape<T>;
  /** One sentence, shown by editors. */
  readonly doc: string;
  readonly required?: boolean;
}

/** Rules about the combination of a record's keys. */
export interface Rules {
  /** At most one key of each group is allowed. */
  readonly exclusive?: readonly (readonly string[])[];
  /** Keys that require another key. */
  readonly needs?: Readonly<Record<string, string>>;
  /** A key that may be left out only if all of these are there. */
  readonly instead?: Readonly<Record<string, readonly string[]>>;
}

/** The first of several shapes whose kind is that of the value. */
export interface EitherShape {
  readonly kind: "either";
  readonly options: readonly Shape<unknown>[];
}

/** A record whose keys depend on the value of one of them. */
export interface VariantShape {
  readonly kind: "variant";
  readonly name: string;
  readonly by: string;
  readonly variants: Readonly<Record<string, RecordShape>>;
}

/** A shape that refers to itself. */
export interface LazyShape {
  readonly kind: "lazy";
  readonly shape: () => Shape<unknown>;
}

/** Reports a problem of a place in the file. */
export type Report = (problem: Problem, at: Range) => void;

/** The places of a string's characters in the file. */
export type TextPlace = (start: number, end: number) => Range;
