/** Helpers that read, build and validate a single type. */
import { ModelError, Place } from "../../../templates/typescript/runtime/issues.js";
import { parse } from "../../../templates/typescript/runtime/read.js";
import type { Type } from "../../../templates/typescript/runtime/type.js";

/** The value that a type reads from JSON text. */
export function read<T>(type: Type<T>, text: string): T {
  return parse(type, text);
}

/** The value that a type builds from a caller's value. */
export function build<T>(type: Type<T>, given: unknown): T {
  const at = new Place();
  const value = type.build(given, at);
  at.throwIssues();
  return value;
}

/** The constraints that a value violates: `$.a minLength`. */
export function violationsOf<T>(type: Type<T>, value: T): readonly string[] {
  const at = new Place();
  type.check(value, at);
  return at.issues.map(({ path, keyword }) => `${path} ${keyword}`);
}

/** The issues that are thrown, as `$.path message`; empty if there are none. */
export function messagesOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    if (error instanceof ModelError) return error.issues.map(({ path, message }) => `${path} ${message}`);
    throw error;
  }
  return [];
}
