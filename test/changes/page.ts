/** `docs/changes.md`: the kinds of changes as one matrix, generated. */
import { kindSections } from "../../src/diff/kinds.js";
import { cellNames, type CellName, type Kind, type Severity, severityOf, type Stricter } from "./kinds.js";

/** The kinds that are compared by the meaning of specs, and those of the config. */
const sections: readonly (readonly [title: string, kinds: readonly string[]])[] = [
  ...Object.entries(kindSections).map(([title, kinds]) => [title, Object.keys(kinds)] as const),
  ["Config", []],
];

export function changesPage(kinds: readonly Kind[]): string {
  const known = new Set(sections.flatMap(([, names]) => names));
  const parts = sections.map(([title, names]) => {
    const own =
      names.length === 0
        ? kinds.filter(({ name }) => !known.has(name))
        : names.flatMap((name) => kinds.filter((each) => each.name === name));
    return `### ${title}\n\n${tableOf(own)}\n`;
  });
  const corrected = kinds.flatMap((each) =>
    each.corrected === undefined ? [] : [[`\`${each.name}\``, each.corrected]],
  );
  const correctedRows = [["kind", "why"], ["-", "-"], ...corrected];
  const stricter = kinds.flatMap((each) => (each.stricter === undefined ? [] : [stricterRow(each, each.stricter)]));
  const stricterRows = [["kind", "predicted", "why"], ["-", "-", "-"], ...stricter];
  return `${introduction}
${parts.join("\n")}
${notListed}
${strictly}
${table(stricterRows)}

${since}
${table(correctedRows)}
`;
}

function stricterRow({ name }: Kind, { cells, why }: Stricter): readonly string[] {
  const predicted = cellNames.flatMap((cell) =>
    cells[cell] === undefined ? [] : `\`${cell}\`: ${words[cells[cell]]}`,
  );
  return [`\`${name}\``, predicted.join(", "), why];
}

function tableOf(kinds: readonly Kind[]): string {
  const head = ["kind", "what", ...cellNames, "why"];
  const rows = kinds.map((kind) => [
    `\`${kind.name}\`${kind.adds ? " +" : ""}`,
    kind.what,
    ...cellNames.map((name) => cellText(kind, name)),
    kind.reason,
  ]);
  return table([head, head.map(() => "-"), ...rows]);
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `| ${row.map(escaped).join(" | ")} |`).join("\n");
}

function cellText(kind: Kind, name: CellName): string {
  const text = words[severityOf(kind.cells, name)];
  return kind.unmeasured[name] === undefined ? text : `${text} (not measured: ${kind.unmeasured[name]})`;
}

const words: Readonly<Record<Severity, string>> = {
  none: "–",
  silent: "silent",
  conditional: "conditional",
  breaking: "**breaking**",
};

function escaped(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

const introduction = `# What each kind of change breaks

A change of a word in a spec can be a compile error in Java, lost data on the wire, and nothing at all in Ruby. This page
lists every kind of change that [\`modelwright diff\`](diff.md) reports, with its effects. A report is more precise than this page: it
depends on the names and types in both specs, and on the options of the targets.

The page is generated: a test changes a small spec in each of these ways, generates the
classes before and after the change, and measures every cell with compilers and running programs.

| cell | who is affected |
| - | - |
| \`wireRead\` | clients built from the old spec that receive documents of the new one |
| \`wireWrite\` | clients built from the old spec that send documents to a server that follows the new one |
| \`typescript\`, \`ruby\`, \`java\` | code written for the old classes that is compiled and run with the new ones |
| \`javaBinary\` | class files compiled with the old classes that run with the new ones |
| \`docs\` | readers of the model pages, and links to them |

| severity | on the wire | in code | in docs |
| - | - | - | - |
| **breaking** | every document is rejected | common code does not compile, or fails when it runs | a page is removed or moves |
| conditional | some documents are rejected, or reported by \`validate\` | affects only exhaustive branches, unusual or unlisted values, or code that calls \`validate\` | a heading is removed |
| silent | every document is read, but data is lost or changes its meaning | everything runs, but sees or writes something else | text changes, or a page is added |
| – | no effect | no effect | no effect |

A cell holds the worst that was found in any language, type of value or program. A + marks kinds that add to the API of the package.

## How it is measured

- **Code**: for each spec before the change, there are programs in each language. They read every field, branch exhaustively over
  enums and unions, and build models: complete ones, minimal ones, ones with null, and ones with unusual values. They are compiled
  and run with the classes before and after the change. TypeScript is compiled with \`strict\` and \`exactOptionalPropertyTypes\`.
- **Silent changes in code**: programs print everything they read and every model they build. Where the output changes although
  nothing fails, the cell is silent.
- **Wire**: from each type come many possible values. Those that the sender's own classes read and \`validate\` accepts are sent to the
  classes of the other side, in all languages. Where nothing is rejected, no measurement can tell silent from none: the list decides.
- **Docs**: the pages of both sides are compared in all languages, in the documented look.
- **Options**: kinds of changes of what options name or spell in another way are measured once more, with \`int64: number\`,
  \`dates: string\`, \`typePrefix: relative\`, \`signatures: none\` and \`accessors: bean\`, and compared with what \`diff\` predicts.

The specs are in [\`test/changes/kinds\`](https://github.com/modelwright/modelwright/tree/main/test/changes/kinds), one file for each kind.

## The kinds
`;

const notListed = `Not listed are changes that cannot be compared by meaning: a changed template can change anything in the files it makes, and so can
another version of modelwright.
`;

const strictly = `## Where the report is stricter

\`modelwright diff\` predicts these cells to be worse than what the programs measure:
`;

const since = `## Since version 0.1.0

These kinds have other effects than with the classes of version 0.1.0:
`;
