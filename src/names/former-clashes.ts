/** Former names that a language gives to something else, too. */
import type { Span } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Definition, Enum, Model, Spec } from "../spec/spec.js";
import type { Naming, NamingRules } from "./rules.js";

export interface FormerClash {
  readonly problem: Problem;
  readonly first: Span;
  readonly second: Span;
}

export function formerClashes(
  { definitions }: Spec,
  { title: language }: NamingRules,
  naming: Omit<Naming, "diagnostics">,
): readonly FormerClash[] {
  const groups = definitions.flatMap((each) => {
    if (each.kind === "model") return [fieldsOf(each, naming)];
    return each.kind === "enum" ? [membersOf(each, naming)] : [];
  });
  return [classesOf(definitions, naming), ...groups].flatMap(({ kind, present, former }) => {
    if (former.length === 0) return [];
    const taken = new Map(present().map((each) => [each.key, each]));
    return former.flatMap((each): readonly FormerClash[] => {
      const first = taken.get(each.key);
      if (first !== undefined) {
        const words = { language, kind, name: each.name };
        return [{ problem: problem("former-name", "inCode", words), first: first.span, second: each.span }];
      }
      taken.set(each.key, each);
      return [];
    });
  });
}

interface Group {
  readonly kind: "class" | "field" | "member";
  present(): readonly Used[];
  readonly former: readonly Used[];
}

interface Used {
  /** What must be unique. */
  readonly key: string;
  readonly name: string;
  readonly span: Span;
}

function classesOf(definitions: readonly Definition[], naming: Omit<Naming, "diagnostics">): Group {
  const used = (name: string, codePath: string, { span }: Definition): Used => {
    return { key: codePath.toLowerCase(), name, span };
  };
  return {
    kind: "class",
    present: () => definitions.map((each) => used(naming.className(each), naming.codePath(each), each)),
    former: definitions.flatMap((each) =>
      naming.formerClasses(each).map(({ className, codePath }) => used(className, codePath, each)),
    ),
  };
}

function fieldsOf(model: Model, naming: Omit<Naming, "diagnostics">): Group {
  return {
    kind: "field",
    present: () => naming.fields(model).map(({ name, field }) => ({ key: name, name, span: field.span })),
    former: naming.formerFields(model).map(({ name, now }) => ({ key: name, name, span: now.field.span })),
  };
}

function membersOf(definition: Enum, naming: Omit<Naming, "diagnostics">): Group {
  return {
    kind: "member",
    present: () => naming.members(definition).map(({ name, value }) => ({ key: name, name, span: value.span })),
    former: naming.formerMembers(definition).map(({ name, now }) => ({ key: name, name, span: now.value.span })),
  };
}
