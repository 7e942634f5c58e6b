/**
 * What a YAML document may look like, as data. From one definition come the checker (`check.ts`) and the JSON Schema that
 * editors use (`json-schema.ts`), so that the two can never disagree.
 */
import type { Problem } from "../diagnostics/problem.js";
import type { Range } from "../text/tree.js";

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
  /** Never there: it carries the type. */
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
  /** The only texts there are. */
  readonly values?: readonly string[];
  readonly pattern?: Pattern;
}

export interface Pattern {
  readonly regexp: RegExp;
  /** How to say it: `an absolute URL`. */
  readonly title: string;
}

/** A text with an inner structure. */
export interface SyntaxShape<T> {
  readonly kind: "syntax";
  /** What it is called in messages: `a type`. */
  readonly title: string;
  readonly parse: (text: string, place: TextPlace, report: Report) => T | undefined;
  /** What editors should offer. */
  readonly suggestions?: readonly string[];
  /** What every such text matches, and some that are wrong do as well. */
  readonly pattern?: RegExp;
}

export interface FlagShape {
  readonly kind: "flag";
}

export interface NumberShape {
  readonly kind: "number";
  readonly whole?: boolean;
  readonly minimum?: number;
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
  /** What every key must match. */
  readonly keys?: Pattern;
  readonly notEmpty?: boolean;
}

/** A mapping whose keys are known. */
export interface RecordShape {
  readonly kind: "record";
  /** What it is called in messages and as a definition in the JSON Schema: `field`. */
  readonly name: string;
  readonly doc: string;
  readonly keys: Readonly<Record<string, Key<unknown>>>;
  /** Those of the keys that must be there. */
  readonly required: readonly string[];
  readonly rules: Rules;
  /** The key that a value stands for where it is written without a mapping. */
  readonly short?: string;
  /** Whether null may stand for any value, to take a key away. */
  readonly partial: boolean;
}

export interface Key<T> {
  readonly shape: Shape<T>;
  /** One sentence, shown by editors. */
  readonly doc: string;
  readonly required?: boolean;
}

/** What is true of the keys of a record beside each other. */
export interface Rules {
  /** Of each of these groups at most one key may be there. */
  readonly exclusive?: readonly (readonly string[])[];
  /** A key that makes sense only beside another. */
  readonly needs?: Readonly<Record<string, string>>;
  /** A key that may be left out only if all of these are there. */
  readonly instead?: Readonly<Record<string, readonly string[]>>;
}

/** The first of several shapes that is of the value's kind. */
export interface EitherShape {
  readonly kind: "either";
  readonly options: readonly Shape<unknown>[];
}

/** A record whose keys depend on the text under one of them. */
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

/** Where the characters of a string are in the file. */
export type TextPlace = (start: number, end: number) => Range;
