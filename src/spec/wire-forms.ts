/** The forms that values of a built-in type have in JSON (`as`). */
import { type Problem, problem } from "../diagnostics/problem.js";
import { foldType } from "./fold.js";
import { type BuiltIn, otherForms, type Scalar, type Type, type Union } from "./spec.js";

/** The scalar for each form of a built-in type, the default first. */
const forms: Readonly<Partial<Record<BuiltIn, Readonly<Record<string, Scalar>>>>> = {
  decimal: { string: "decimal", number: "decimal as number" },
  long: { number: "long", string: "long as string" },
  "date-time": {
    rfc3339: "date-time",
    "epoch-seconds": "date-time as epoch-seconds",
    "epoch-milliseconds": "date-time as epoch-milliseconds",
  },
};

export const formNames = [...new Set(Object.values(forms).flatMap((each) => Object.keys(each)))];

/** The built-in type that a scalar is a form of. */
export function builtInOf(scalar: Scalar): BuiltIn {
  return scalar.split(" ", 1)[0] as BuiltIn;
}

/** The scalar of the same built-in type in another form, or why there is none. */
export function inForm(scalar: Scalar, form: string): Scalar | Problem {
  const builtIn = builtInOf(scalar);
  const known = forms[builtIn];
  if (known === undefined)
    return problem("conflicting-keys", "inapplicable", { key: "as", type: `the type "${builtIn}"` });
  return known[form] ?? problem("invalid-value", "oneOf", { values: quoted(Object.keys(known)), value: form });
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(", ");
}

/**
 * Whether programs hold a value of the type in another form than JSON, so that what writes it must know its type. A decimal
 * knows its own form.
 */
export function isConverted(type: Type, seen: ReadonlySet<Union> = new Set()): boolean {
  return foldType<boolean>(type, {
    scalar: ({ scalar }) => converted.has(scalar),
    constant: () => false,
    array: (items) => items,
    tuple: (items) => items.some(Boolean),
    map: (values) => values,
    reference: (to) => to.kind === "union" && hasConverted(to, seen),
  });
}

/** Whether a union has such a member. */
export function hasConverted(union: Union, seen: ReadonlySet<Union> = new Set()): boolean {
  return !seen.has(union) && union.members.some(({ type }) => isConverted(type, new Set([...seen, union])));
}

const converted: ReadonlySet<Scalar> = new Set(otherForms.filter((form) => form !== "decimal as number"));
