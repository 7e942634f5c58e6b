/**
 * The two versions that git merged into one file with conflict markers: all markers resolved to one side, and to the other.
 * Undefined for a text without markers, or with incomplete ones.
 */
export function conflictSides(text: string): readonly [string, string] | undefined {
  if (!/^<{7} /m.test(text)) return undefined;
  const sides: [string[], string[]] = [[], []];
  let part: Part = "both";
  for (const line of text.split("\n")) {
    const next = marks.find(({ mark, after }) => mark.test(line) && after.includes(part));
    if (next !== undefined) part = next.part;
    else {
      if (part === "both" || part === "ours") sides[0].push(line);
      if (part === "both" || part === "theirs") sides[1].push(line);
    }
  }
  return part === "both" ? [sides[0].join("\n"), sides[1].join("\n")] : undefined;
}

type Part = "both" | "ours" | "base" | "theirs";

interface Mark {
  readonly mark: RegExp;
  /** The parts that it ends. */
  readonly after: readonly Part[];
  /** The part that it begins. */
  readonly part: Part;
}

/** In the styles `merge`, `diff3` and `zdiff3`. */
const marks: readonly Mark[] = [
  { mark: /^<{7} /, after: ["both"], part: "ours" },
  { mark: /^\|{7}(?: |$)/, after: ["ours"], part: "base" },
  { mark: /^={7}$/, after: ["ours", "base"], part: "theirs" },
  { mark: /^>{7} /, after: ["theirs"], part: "both" },
];
