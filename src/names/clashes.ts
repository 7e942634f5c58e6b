/** Two things that would get one name or one file in a target. */
import type { Diagnostic, Span } from "../diagnostics/diagnostic.js";
import type { Definition, Enum, Model, Spec } from "../spec/spec.js";
import { quoted } from "./namer.js";
import type { Naming, NamingRules } from "./rules.js";

/** Every clash once, at the later of its two places. */
export function reportClashes(
  spec: Spec,
  rules: NamingRules,
  naming: Omit<Naming, "diagnostics">,
): readonly Diagnostic[] {
  const { language, title } = rules;
  const found = new Map<string, Diagnostic>();
  const report = (clash: Clash | undefined): void => {
    if (clash === undefined) return;
    const { message, hint, first, second } = clash;
    const related = [{ message: "the other one is here", span: first }];
    const key = `${placeOf(first)} ${placeOf(second)} ${message}`;
    found.set(key, { code: "name-clash", severity: "error", message, span: second, hint, related });
  };

  const files = firstOfEach<Definition>((each) => naming.docsPath(each).toLowerCase());
  for (const definition of spec.definitions) {
    report(files(definition, (first) => definitionClash(first, definition, naming, rules)));
    if (definition.kind === "model") fieldClashes(definition).forEach(report);
    if (definition.kind === "enum") memberClashes(definition).forEach(report);
  }
  return [...found.values()];

  function fieldClashes(model: Model): readonly (Clash | undefined)[] {
    if (areDistinct(naming.fields(model))) return [];
    const names = firstOfEach<Model["fields"][number]>(naming.fieldName);
    return model.fields.map((field) =>
      names(field, (first) => ({
        message: `${both(first.name, field.name)} of "${model.name}" become the ${title} field "${naming.fieldName(field)}"`,
        hint: `give one of them another name: rename: { ${language}: … }`,
        first: first.span,
        second: field.span,
      })),
    );
  }

  function memberClashes(definition: Enum): readonly (Clash | undefined)[] {
    if (areDistinct(naming.members(definition))) return [];
    const names = firstOfEach<ReturnType<Naming["members"]>[number]>(({ name }) => name);
    return naming.members(definition).map((member) =>
      names(member, (first) => ({
        message: `${both(String(first.value.value), String(member.value.value))} of "${definition.name}" become the ${title} member "${member.name}"`,
        hint: "give one of them another name",
        first: first.value.span,
        second: member.value.span,
      })),
    );
  }
}

interface Clash {
  readonly message: string;
  readonly hint: string;
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
  const same = both(first.name, second.name);
  const message =
    name === other
      ? `${same} become the ${rules.title} class "${name}" of the namespace "${naming.namespace(second)}"`
      : `${same} become the ${rules.title} classes "${other}" and "${name}", whose files are one where upper and lower case are`;
  return {
    message,
    hint: `give one of them another name: names: { ${rules.language}: … }`,
    first: first.span,
    second: second.span,
  };
}

/** Remembers the first thing of each key; for a later one of the same key gives what `clash` makes of the first. */
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
  return first === second ? `Two things named ${quoted(first)}` : `${quoted(first)} and ${quoted(second)}`;
}

function placeOf({ file, start }: Span): string {
  return `${file}:${start}`;
}
