/** What changes for users of each package, in the names of its language. */
import type { Change } from "../diff/change.js";
import { worst } from "../diff/change.js";
import { rowOf } from "../diff/kinds.js";
import { type Judge, type Side, variantsOf } from "../languages/judge.js";
import type { Definition, Enum, EnumValue } from "../spec/spec.js";
import { comparedSpecs, type ComparedSpecs, compareStates, type Comparison, wireOf } from "./compare.js";
import { headlineOf } from "./reasons.js";
import type { Report, Semver } from "./report.js";

/** As in https://keepachangelog.com. What was a mistake before cannot be known. */
export const changelogSections = ["Added", "Changed", "Deprecated", "Removed"] as const;
export type ChangelogSection = (typeof changelogSections)[number];

/** Of the package of one target. */
export interface PackageChangelog {
  readonly target: string;
  readonly semver: Semver;
  readonly entries: readonly ChangelogEntry[];
}

export interface ChangelogEntry {
  readonly section: ChangelogSection;
  /** Code breaks if the package needs a major release; JSON alone breaks between old and new clients, whatever the release. */
  readonly breaks: "code" | "JSON" | undefined;
  /** One sentence without a full stop, with backticks around code. */
  readonly text: string;
}

export function changelogOf(comparison: Comparison): readonly PackageChangelog[] {
  const report = compareStates(comparison);
  const specs = new Map(comparedSpecs(comparison).map((each) => [each.target.name, each]));
  return report.targets.map(({ name, semver }) => {
    const compared = specs.get(name);
    const ofSpec = compared === undefined ? [] : compared.changes.flatMap((each) => entryOf(each, compared) ?? []);
    return { target: name, semver, entries: [...configEntries(report, name), ...ofSpec] };
  });
}

/** Another option of the target may rename or move all classes. */
function configEntries({ changes }: Report, target: string): readonly ChangelogEntry[] {
  return changes.flatMap((change): readonly ChangelogEntry[] => {
    const { cause, kind, targets, headline, reason } = change;
    const severity = targets.get(target)?.severity ?? "none";
    if (cause !== "config") return [];
    if (kind === "target.added") return [{ section: "Added", breaks: undefined, text: headline }];
    const breaks = severity === "breaking" ? "code" : undefined;
    return severity === "none" ? [] : [{ section: "Changed", breaks, text: reason }];
  });
}

/** Undefined if users of the package see nothing of the change. */
function entryOf(change: Change, { judge, effectsOf }: ComparedSpecs): ChangelogEntry | undefined {
  const { cells, note } = effectsOf(change);
  const { read, write } = wireOf(change);
  const inCode = worst(...Object.values(cells));
  const severity = worst(read, write, inCode);
  const section = sectionOf(change.kind);
  const isSeen = severity !== "none" || rowOf(change.kind).adds === true || section === "Deprecated";
  if (!isSeen && change.kind !== "deprecation.removed") return undefined;
  const sentence = headlineOf(inLanguage(change, judge));
  // The names are in the sentence.
  const isNamed = note === undefined || inCode === "none" || isRename.test(change.kind);
  const text = isNamed ? sentence : `${sentence} (${note})`;
  const breaks = inCode === "breaking" ? "code" : severity === "breaking" ? "JSON" : undefined;
  return { section, breaks, text };
}

const isRename = /^(?:model|field)\.(?:renamed|inlined|extracted)/;

function sectionOf(kind: string): ChangelogSection {
  if (/(?:^(?:model|field)|value|member)[.-](?:added)\b/.test(kind) || kind === "model.to-concrete") return "Added";
  if (/(?:^(?:model|field)|value|member)[.-](?:removed)\b/.test(kind)) return "Removed";
  return kind === "deprecation.added" || kind === "deprecation.changed" ? "Deprecated" : "Changed";
}

/** The change with the names that the language has for what changed. */
function inLanguage(change: Change, { before, after }: Judge): Change {
  const { kind, subject } = change;
  switch (subject.on) {
    case "definition": {
      const [old, current] = [nameIn(before, subject.before), nameIn(after, subject.after)];
      const isName = isRename.test(kind);
      return {
        ...change,
        model: current ?? old ?? change.model,
        field: undefined,
        ...(isName && { old, new: current }),
      };
    }
    case "field": {
      const { owners, before: old, after: current } = subject;
      const names = { old: old && before.names.fieldName(old), new: current && after.names.fieldName(current) };
      const isName = isRename.test(kind) && names.old !== names.new;
      const field = names.new ?? names.old;
      return { ...change, model: nameOf(owners, current, before, after), field, ...(isName && names) };
    }
    case "value": {
      const { owners, before: old, after: current } = subject;
      const names = { old: valueName(owners.before, old, before), new: valueName(owners.after, current, after) };
      return { ...change, model: nameOf(owners, current, before, after), field: undefined, ...names };
    }
    case "member":
      return { ...change, model: nameOf(subject.owners, subject.after, before, after), field: undefined };
  }
}

/** The class that contains the changed element. */
function nameOf(
  owners: { readonly before: Definition; readonly after: Definition },
  isLeft: unknown,
  before: Side,
  after: Side,
): string {
  const name = isLeft === undefined ? nameIn(before, owners.before) : nameIn(after, owners.after);
  return name ?? owners.after.name;
}

/** The name of a class; the name in the spec if the language has no class for the definition. */
function nameIn({ spec, names, symbol }: Side, definition: Definition | undefined): string | undefined {
  if (definition === undefined) return undefined;
  const [variant = definition] = variantsOf(definition, spec);
  return symbol(variant) === undefined ? definition.name : names.className(variant);
}

function valueName(owner: Enum, value: EnumValue | undefined, { names }: Side): string | undefined {
  return value && names.members(owner).find((each) => each.value.value === value.value)?.name;
}
