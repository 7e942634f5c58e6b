/** What the tests of the runtime do with one type. */
import { ModelError, Place } from "../../../templates/typescript/runtime/issues.js";
import { parse } from "../../../templates/typescript/runtime/read.js";
import type { Type } from "../../../templates/typescript/runtime/type.js";

/** The value that JSON text stands for. */
export function read<T>(type: Type<T>, text: string): T {
  return parse(type, text);
}

/** The value made from what a caller gives. */
export function build<T>(type: Type<T>, given: unknown): T {
  const at = new Place();
  const value = type.build(given, at);
  at.throwIssues();
  return value;
}

/** The constraints that a value breaks: `$.a minLength`. */
export function violationsOf<T>(type: Type<T>, value: T): readonly string[] {
  const at = new Place();
  type.check(value, at);
  return at.issues.map(({ path, keyword }) => `${path} ${keyword}`);
}

/** What is wrong, as `$.path message`; empty if nothing is. */
export function messagesOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    if (error instanceof ModelError) return error.issues.map(({ path, message }) => `${path} ${message}`);
    throw error;
  }
  return [];
}
