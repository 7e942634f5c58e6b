/** The default names: a component keeps its name, an inline type is named after its owner and field. */
import { problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import { InlineNames } from "./derived-names.js";
import type { Directions } from "./directions.js";
import type { Findings } from "./findings.js";
import { componentsIn } from "./graph.js";
import { className, readable, specKey } from "./keys.js";
import type { Component, Library } from "./library.js";
import type { Declaration } from "./schema.js";
import { NameSet, type SuffixedName } from "./name-set.js";
import type { Schemas } from "./schemas.js";
import type { InlineName, SpecNames } from "./spec-names.js";

/** The components of the documents and of the files that their schemas refer to, in the order of their names. */
export function allComponents(library: Library, schemas: Schemas, others: readonly Component[]): readonly Component[] {
  const found = new Set([...library.schemas.values(), ...others]);
  // The set may grow during the loop.
  for (const component of found) for (const other of componentsIn(schemas.component(component))) found.add(other);
  return inOrder([...found]);
}

export function inOrder(components: readonly Component[]): readonly Component[] {
  return components.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * Names that are distinct in all languages. Of two equal names, a component keeps its own, else the first type does.
 * Diagnostics: renamed-component; not-imported for titles.
 */
export function qualifiedNames(
  components: readonly Component[],
  schemas: Schemas,
  directions: Directions,
  findings: Findings,
): SpecNames {
  const taken = new NameSet();
  const keys = componentKeys(components, taken, directions, findings);
  const inline = new InlineNames(schemas, directions, taken, findings);
  for (const [component, key] of keys) inline.add(schemas.component(component).type, key);
  return namesOf(keys, new Map(), inline.names);
}

/** Of several components with the same name, one that is spelled like a class keeps it, else the first; others become `…Schema`. */
function componentKeys(
  components: readonly Component[],
  taken: NameSet,
  directions: Directions,
  findings: Findings,
): ReadonlyMap<Component, string> {
  const suffixes = new Map(components.map((each) => [each, directions.ofComponent(each)]));
  const wanted = components.map((each) => [each, specKey(each.name)] as const);
  const isClassName = ([, key]: (typeof wanted)[number]): boolean => className(key) === key;
  const inTurn = [...wanted.filter(isClassName), ...wanted.filter((each) => !isClassName(each))];
  const own = new Map(inTurn.filter(([component, key]) => taken.take(key, suffixes.get(component))));
  const renamed = (component: Component, key: string): string => {
    const clash = taken.clash(key, suffixes.get(component));
    const name = taken.takeFirst([key, readable(`${key}_schema`)], suffixes.get(component));
    if (clash !== undefined) reportRenamed(component, name, clash, findings);
    return name;
  };
  return new Map(wanted.map(([component, key]) => [component, own.get(component) ?? renamed(component, key)]));
}

function reportRenamed(
  { name, place }: Component,
  key: string,
  clash: { wanted: SuffixedName; holder: SuffixedName },
  findings: Findings,
): void {
  const direction = clash.wanted.suffix?.toLowerCase();
  const holder = inWords(clash.holder);
  const reported =
    direction === undefined
      ? problem("renamed-component", "own", { name, key, holder })
      : problem("renamed-component", "suffixed", { name, key, direction, holder });
  findings.add([diagnosticAt(reported, place.span)]);
}

function inWords({ name, suffix }: SuffixedName): string {
  return suffix === undefined ? `"${name}"` : `the ${suffix.toLowerCase()} model of "${name}"`;
}

/** `namespaceOf`: the namespace that a component's file sets, if any. */
export function namesOf(
  keys: ReadonlyMap<Component, string>,
  keyNames: ReadonlyMap<Component, ReadonlyMap<string, string>>,
  inline: ReadonlyMap<Declaration, InlineName>,
  namespaceOf: (component: Component) => string | undefined = () => undefined,
): SpecNames {
  const seen = new Set<string>();
  const ambiguous = new Set([...keys.values()].filter((key) => seen.has(key) || !seen.add(key)));
  const keyOf = (component: Component): string => {
    const key = keys.get(component);
    if (key === undefined) throw new RangeError(`the component "${component.name}" is not part of the spec`);
    return key;
  };
  return {
    includes: (component) => keys.has(component),
    key: keyOf,
    reference: (component) => {
      const key = keyOf(component);
      return ambiguous.has(key) ? `${namespaceOf(component) ?? ""}.${key}` : key;
    },
    keyNames: (component) => keyNames.get(component) ?? new Map(),
    inline: (declaration) => inline.get(declaration),
    apart: () => undefined,
  };
}
