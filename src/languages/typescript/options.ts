/** The options of a TypeScript target. */
import type { Target } from "../../config/config.js";
import type { LanguageOption } from "../../config/option.js";
import { importEndings } from "./files.js";

/** The options that affect types. */
export interface TypeScriptOptions {
  readonly style: (typeof styles)[number];
  readonly int64: (typeof int64s)[number];
  readonly dates: (typeof dates)[number];
}

const styles = ["classes", "interfaces"] as const;
const int64s = ["bigint", "number", "string"] as const;
const dates = ["Date", "string"] as const;

export const options = {
  importExtension: {
    description:
      "How imports name a generated file: `js` as Node.js, Vite and TypeScript's `nodenext` ask for, `ts` for Deno and Node's type stripping, `none` for CommonJS under Jest, ts-node, webpack and NestJS.",
    default: "js",
    values: Object.keys(importEndings),
  },
  style: {
    description:
      "What a model is: a class, or an interface of plain data with functions that read, write and check it, for Redux, React Server Components, structuredClone and Immer.",
    default: "classes",
    values: styles,
  },
  int64: {
    description:
      'How a value of the type `long` is held; JSON has a number. "number" refuses values beyond 2^53, "string" holds the digits.',
    default: "bigint",
    values: int64s,
  },
  dates: {
    description:
      'How dates are held: a `Date` for `date-time` and an `RFCDate` for `date`, or both as the strings of JSON. With `style: interfaces`, a `date` is always a string. Default: "Date" for classes, "string" for interfaces.',
    values: dates,
  },
} as const satisfies Readonly<Record<string, LanguageOption>>;

/** The options of a target, with defaults filled in. */
export function optionsOf({ options: given }: Target): TypeScriptOptions {
  const { style = options.style.default, int64 = options.int64.default } = given as Partial<TypeScriptOptions>;
  const { dates = style === "interfaces" ? "string" : "Date" } = given as Partial<TypeScriptOptions>;
  return { style, int64, dates };
}
