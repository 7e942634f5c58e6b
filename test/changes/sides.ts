/** Both sides of every kind, generated in as few projects as possible: kinds with the same config share one. */
import { stringify } from "yaml";
import type { Target } from "../../src/config/config.js";
import type { GeneratedFile } from "../../src/render/page.js";
import type { Definition, Model, Spec } from "../../src/spec/spec.js";
import { generateTexts } from "../generate-texts.js";
import type { Kind, SpecSide, TargetOptions } from "./kinds.js";

export const languageIds = ["typescript", "ruby", "java"] as const;

export type LanguageId = (typeof languageIds)[number];

export const sideNames = ["before", "after"] as const;

export type SideName = (typeof sideNames)[number];

/** Kinds that are generated together, in one language. */
export interface Project {
  /** A word that can be a part of a path, a module and a package. */
  readonly id: string;
  readonly target: Target;
  readonly spec: Spec;
  readonly files: readonly GeneratedFile[];
}

/** One side of a kind in one language. */
export interface Side {
  readonly kind: Kind;
  /** The kind as an identifier. */
  readonly id: string;
  readonly project: Project;
  /** The definitions of the kind's spec. */
  readonly definitions: readonly Definition[];
  /** The model whose documents are read. */
  readonly root: Model;
}

/** By the kind's name; a kind is missing where its config has no target of the language. */
export type Sides = ReadonlyMap<string, Side>;

export type AllSides = Readonly<Record<SideName, Readonly<Record<LanguageId, Sides>>>>;

export async function generateSides(kinds: readonly Kind[]): Promise<AllSides> {
  const all = { before: emptySides(), after: emptySides() };
  const groups = groupsOf(kinds);
  for (const [index, group] of groups.entries()) {
    for (const side of sideNames) await addProject(all[side], `p${index}`, group, side);
  }
  return all;
}

/** A kind whose config changes has a project of its own: all of the project may change. */
function groupsOf(kinds: readonly Kind[]): readonly (readonly Kind[])[] {
  const groups = new Map<string, Kind[]>();
  for (const kind of kinds) {
    const key = isShared(kind) ? JSON.stringify(kind.config?.before) : kind.kind;
    groups.set(key, [...(groups.get(key) ?? []), kind]);
  }
  return [...groups.values()];
}

/** Whether both sides have the same config. */
export function isShared({ config }: Kind): boolean {
  return JSON.stringify(config?.before) === JSON.stringify(config?.after);
}

function emptySides(): Record<LanguageId, Map<string, Side>> {
  return { typescript: new Map(), ruby: new Map(), java: new Map() };
}

async function addProject(
  sides: Record<LanguageId, Map<string, Side>>,
  id: string,
  kinds: readonly Kind[],
  side: SideName,
): Promise<void> {
  const isAlone = !kinds.every(isShared);
  const specs = kinds.map((kind) => [specPath(kind), specText(kind[side], isAlone ? undefined : identifier(kind))]);
  const config = configText(id, kinds[0]?.config?.[side] ?? {});
  const { targets, diagnostics } = await generateTexts(Object.fromEntries(specs) as Record<string, string>, config);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message, span }) => `${span?.file}: ${message}`).join("\n"));
  for (const { target, spec, files } of targets) {
    const project = { id, target, spec, files };
    for (const kind of kinds) {
      const definitions = spec.definitions.filter(({ span }) => span.file === specPath(kind));
      const root = definitions.find((each) => each.kind === "model");
      if (root === undefined) throw new Error(`${kind.kind}: there is no model ${side} the change`);
      sides[target.language as LanguageId].set(kind.kind, { kind, id: identifier(kind), project, definitions, root });
    }
  }
}

function identifier({ kind }: Kind): string {
  return kind.replace(/[^a-z0-9]+/g, "_");
}

function specPath({ kind }: Kind): string {
  return `spec/${kind}.yaml`;
}

function specText({ namespace, models }: SpecSide, prefix: string | undefined): string {
  const names = [prefix, namespace].filter((each) => each !== undefined);
  return stringify({ ...(names.length > 0 && { namespace: names.join("_") }), models });
}

export function configText(id: string, options: TargetOptions): string {
  const defaults = {
    typescript: { language: "typescript", output: "typescript" },
    ruby: { language: "ruby", output: "ruby", module: `Acme${id.toUpperCase()}` },
    java: { language: "java", output: "java", package: `com.acme.${id}` },
  };
  const targets = Object.entries(defaults).flatMap(([language, keys]) => {
    const own = options[language];
    return own === null ? [] : [[language, { ...keys, ...own }]];
  });
  return stringify({ spec: "spec", targets: Object.fromEntries(targets) });
}
