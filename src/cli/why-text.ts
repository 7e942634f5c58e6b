import type { SourceFile } from "../diagnostics/diagnostic.js";
import { printable } from "../diagnostics/printable.js";
import { type Colours, placeWithLine } from "../diagnostics/text.js";
import type { Cause, ExplainedLine, Explanation } from "../why/why.js";
import type { Colors } from "./terminal.js";

interface Options {
  /** By path. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  readonly colors: Colors;
  /** Whether to show the line of every place. */
  readonly isDetailed: boolean;
}

/** The explanation for people: each line with the places that it comes from. */
export function whyText(file: string, { lines }: Explanation, options: Options): string {
  const width = String(lines.at(-1)?.number ?? 0).length;
  return lines
    .map((line) => {
      const head = `${String(line.number).padStart(width)} | ${printable(line.text)}`;
      return options.isDetailed
        ? [`${printable(file)}:${line.number}`, `  ${head}`, "", ...detailed(line, options), ""].join("\n")
        : [head, ...brief(line, " ".repeat(width + 3), options)].join("\n");
    })
    .map((text) => `${text}\n`)
    .join("");
}

/** How many places of each kind are shown; JSON has all. */
const shown = 5;

function detailed({ spec, template }: ExplainedLine, options: Options): readonly string[] {
  const content = spec.filter(({ isLayout }) => !isLayout);
  const layout = spec.filter(({ isLayout }) => isLayout);
  const lines = [...content.slice(0, shown), ...template.slice(0, shown)].flatMap((cause) => {
    const { place, lines: excerpt } = placeWithLine(cause.span, options.sources, coloursOf(options));
    return [`${place}${cause.path.startsWith("line ") ? "" : `: ${printable(cause.path)}`}`, ...excerpt];
  });
  const others = Math.max(0, content.length - shown) + Math.max(0, template.length - shown);
  return [
    ...lines,
    ...(others > 0 ? [`and ${others} more places; --format json lists all`] : []),
    ...(layout.length > 0 ? [`its width or its breaks also depend on ${places(layout, options)}`] : []),
  ];
}

function brief({ spec, template }: ExplainedLine, indentation: string, options: Options): readonly string[] {
  const content = spec.filter(({ isLayout }) => !isLayout);
  return [content, template]
    .filter((causes) => causes.length > 0)
    .map((causes) => indentation + options.colors.dim(places(causes, options)));
}

function places(causes: readonly Cause[], options: Options): string {
  const some = causes.slice(0, shown).map(({ span }) => placeWithLine(span, options.sources).place);
  return `${some.join(", ")}${causes.length > shown ? ` and ${causes.length - shown} more` : ""}`;
}

function coloursOf({ colors: { red, yellow, bold, dim } }: Options): Colours {
  return { error: red, warning: yellow, strong: bold, faint: dim };
}
