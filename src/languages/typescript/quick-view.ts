/** The code of a model that reads JSON where all is usual, as a view. */
import { builders } from "prettier/doc";
import { type Code, compose, type Doc } from "../../code/code.js";
import { isRequired } from "../../spec/fields.js";
import type { Field, Model } from "../../spec/spec.js";
import { assignment, atom, call } from "./expressions.js";
import { runtime } from "./dialect.js";
import { quoted } from "./literals.js";
import { signature } from "./readers-view.js";

const { group, indent, line, softline } = builders;

export type QuickView = {
  /** Whether the model has such code: its fields have keys that no other object has. */
  readonly isPossible: boolean;
  /** The functions up to their bodies. */
  readonly reader: Code;
  readonly writer: Code;
  /** `const model: t.Loose = new Pet(t.bare)` */
  readonly declaration: Code;
  /** `let known = 3`: how many fields are required. */
  readonly count: string;
};

export type QuickFieldView = {
  /** `if (json.name !== undefined) {` */
  readonly condition: Code;
  /** `model.name = read.name(json.name, at)` */
  readonly reading: Code;
  /** `if (model.name !== undefined) {` */
  readonly isHeld: Code;
  /** `json.name = write.name(model.name, at)` */
  readonly writing: Code;
};

export function quickView({ abstract, fields }: Model, className: string): QuickView {
  const signatureOf = (name: string, from: string, convert: string, result: string): Code =>
    signature(name, [`${from}: t.Loose`, `${convert}: t.Loose`, "at: t.QuickPlace"], result);
  const required = fields.filter(isRequired).length;
  return {
    isPossible: !abstract && fields.every(({ name }) => !(name in Object.prototype)),
    reader: signatureOf("readQuick", "json", "read", className),
    writer: signatureOf("writeQuick", "model", "write", "t.Loose"),
    count: `${required < fields.length ? "let" : "const"} known = ${required}`,
    declaration: assignment("const model: t.Loose", call(`new ${className}`, atom(runtime("bare")))),
  };
}

/** @param property the name of the field's property */
export function quickFieldView(property: string, { name }: Field): QuickFieldView {
  const value = member("json", name);
  return {
    condition: ifDefined(value),
    isHeld: ifDefined(`model.${property}`),
    writing: assignment(value, call(`write.${property}`, atom(`model.${property}`), atom("at"))),
    reading: assignment(`model.${property}`, call(`read.${property}`, atom(value), atom("at"))),
  };
}

function member(object: string, key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${object}.${key}` : `${object}[${quoted(key)}]`;
}

function ifDefined(value: string): Code {
  const condition = group([`${value} !==`, line, "undefined"]);
  const doc = (): Doc => group(["if (", indent([softline, condition]), softline, ") {"]);
  return compose([], `if (${value} !== undefined) {`, doc);
}
