/** Reports definitions, fields and values that would get the same name or file in a target. */
import { relatedPlace } from "../diagnostics/asides.js";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Definition, Enum, Model, Spec } from "../spec/spec.js";
import { formerClashes } from "./former-clashes.js";
import { namedValue, quoted } from "./namer.js";
import type { Naming, NamingRules } from "./rules.js";

/** Every clash once, at the second of its two places. */
export function reportClashes(
  spec: Spec,
  rules: NamingRules,
  naming: Omit<Naming, "diagnostics">,
): readonly Diagnostic[] {
  const { language: id, title: language } = rules;
  const found = new Map<string, Diagnostic>();
  const report = (clash: Clash | undefined): void => {
    if (clash === undefined) return;
    const { problem, first, second } = clash;
    const key = `${placeOf(first)} ${placeOf(second)} ${problem.message}`;
    found.set(key, { ...problem, span: second, related: [relatedPlace("other", first)] });
  };

  const pages = firstOfEach<Definition>((each) => naming.docsPath(each).toLowerCase());
  const classFiles = firstOfEach<Definition>((each) => naming.codePath(each).toLowerCase());
  for (const definition of spec.definitions) {
    const clash = (first: Definition): Clash => definitionClash(first, definition, naming, rules);
    report(pages(definition, clash));
    report(classFiles(definition, clash));
    if (definition.kind === "model") fieldClashes(definition).forEach(report);
    if (definition.kind === "enum") memberClashes(definition).forEach(report);
  }
  for (const clash of formerClashes(spec, rules, naming)) {
    const { first, second } = clash;
    found.set(`former ${placeOf(first)} ${placeOf(second)}`, {
      ...clash.problem,
      span: second,
      related: [relatedPlace("other", first)],
    });
  }
  return [...found.values()];

  function fieldClashes(model: Model): readonly (Clash | undefined)[] {
    if (areDistinct(naming.fields(model))) return [];
    const names = firstOfEach<Model["fields"][number]>(naming.fieldName);
    return model.fields.map((field) =>
      names(field, (first) => {
        const things = both(first.name, field.name);
        const name = naming.fieldName(field);
        return {
          problem: problem("name-clash", "field", { things, model: model.name, language, name, id }),
          first: first.span,
          second: field.span,
        };
      }),
    );
  }

  function memberClashes(definition: Enum): readonly (Clash | undefined)[] {
    if (areDistinct(naming.members(definition))) return [];
    const names = firstOfEach<ReturnType<Naming["members"]>[number]>(({ name }) => name);
    return naming.members(definition).map((member) =>
      names(member, (first) => {
        const things = both(String(first.value.value), String(member.value.value));
        const words = { things, enum: definition.name, language, name: member.name, how: namedValue(member.value) };
        return {
          problem: problem("name-clash", "member", words),
          first: first.value.span,
          second: member.value.span,
        };
      }),
    );
  }
}

interface Clash {
  readonly problem: Problem;
  readonly first: Span;
  readonly second: Span;
}

function definitionClash(
  first: Definition,
  second: Definition,
  naming: Omit<Naming, "diagnostics">,
  rules: NamingRules,
): Clash {
  const [name, other] = [naming.className(second), naming.className(first)];
  const things = { things: both(first.name, second.name), language: rules.title, id: rules.language };
  return {
    problem:
      name === other
        ? problem("name-clash", "class", { ...things, name, namespace: naming.namespace(second) })
        : problem("name-clash", "file", { ...things, first: other, second: name }),
    first: first.span,
    second: second.span,
  };
}

/** Remembers the first value of each key; for later values of the same key returns `clash` of the first. */
function firstOfEach<T>(key: (thing: T) => string): (thing: T, clash: (first: T) => Clash) => Clash | undefined {
  const firsts = new Map<string, T>();
  return (thing, clash) => {
    const name = key(thing);
    const first = firsts.get(name);
    if (first !== undefined) return clash(first);
    firsts.set(name, thing);
    return undefined;
  };
}

function areDistinct(named: readonly { readonly name: string }[]): boolean {
  return new Set(named.map(({ name }) => name)).size === named.length;
}

function both(first: string, second: string): string {
  return first === second ? `two things named ${quoted(first)}` : `${quoted(first)} and ${quoted(second)}`;
}

function placeOf({ file, start }: Span): string {
  return `${file}:${start}`;
}
