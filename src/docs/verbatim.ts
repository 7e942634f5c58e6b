/**
 * Values in Markdown (format §2): a renderer of CommonMark or GitHub's Markdown shows exactly the value. The documented format
 * writes values as they are, so a character is escaped only where it would act: `snake_case`, `a * b` and `1 < 2` stay.
 */

/**
 * Published pages have paragraphs of HTML as they are, and so do these: of `<p>text</p>` a reader sees the text.
 *
 * @param within `emphasis` where the value is between asterisks: then every asterisk of its own is escaped
 */
export function verbatim(value: string, within: "text" | "emphasis" = "text"): string {
  const paragraph = paragraphForm.exec(value)?.[1];
  return paragraph === undefined ? escaped(value, within) : `<p>${escaped(paragraph, within)}</p>`;
}

/** A span of code that shows exactly the code, which has no line breaks. */
export function codeSpan(code: string): string {
  const longest = Math.max(0, ...Array.from(code.matchAll(/`+/g), ([{ length }]) => length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(code) ? " " : "";
  return `${fence}${pad}${code}${pad}${fence}`;
}

const paragraphForm = /^<p>(.*)<\/p>$/s;

function escaped(value: string, within: "text" | "emphasis"): string {
  if (!/[\\&`*_~<\]{|]|^[ \t]|[ \t]$/.test(value)) return value;
  const acting = new Set<number>();
  const add = (pattern: RegExp): void => {
    for (const { 0: found, index } of value.matchAll(pattern)) {
      for (let at = index; at < index + found.length; at++) acting.add(at);
    }
  };
  for (const pattern of actingAlone) add(pattern);
  for (const mark of ["*", "_", "~"] as const) for (const at of actingMarks(value, mark)) acting.add(at);
  if (within === "emphasis") add(/\*/g);
  if (hasEqualRuns(value)) add(/`/g);
  // In what GitHub takes for an address, escapes would be shown; so it must not be taken for one.
  if (acting.size > 0 || /\||^[ \t]|[ \t]$/.test(value)) add(linkStart);
  return withEscapes(value, acting);
}

/** Characters that act by what follows them. */
const actingAlone: readonly RegExp[] = [
  // An escape: before punctuation, and before what becomes a tag or an entity.
  /\\(?=[!-/:-@[-`{-~\r\n]|[ \t]*$)/g,
  // An entity.
  /&(?=#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][A-Za-z\d]*;)/g,
  // A tag, a comment, an instruction; an address in angle brackets.
  /<(?=[A-Za-z/!?]|[^\s<>]*@[^\s<>]*>)/g,
  // The end of a link's text.
  /\](?=\()/g,
  // A placeholder of the template languages that many sites run their pages through.
  /\{\{+|\{(?=%)/g,
];

/** The colon or full stop by which GitHub knows an address without brackets. */
const linkStart = /(?<=https?|ftp):(?=\/\/)|(?<=www)\./gi;

/**
 * The runs of a mark that could be the start or the end of emphasis or a deletion, if one could start it and a later one could
 * end it. A mark between spaces does neither, nor does `_` inside a word.
 */
function actingMarks(value: string, mark: "*" | "_" | "~"): readonly number[] {
  const runs = Array.from(value.matchAll(runsOf[mark]), ({ 0: { length }, index }) => {
    const end = index + length;
    const [before, after] = [value.slice(Math.max(0, index - 2), index), value.slice(end, end + 2)];
    const isInWord = mark === "_" && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
    return { index, length, opens: !isInWord && !isSpace(after[0]), closes: !isInWord && !isSpace(before.at(-1)) };
  });
  const first = runs.findIndex(({ opens }) => opens);
  if (first < 0 || !runs.slice(first + 1).some(({ closes }) => closes)) return [];
  return runs.flatMap(({ index, length, opens, closes }) =>
    opens || closes ? Array.from({ length }, (_, at) => index + at) : [],
  );
}

const runsOf = { "*": /\*+/g, _: /_+/g, "~": /~+/g } as const;

/** Line breaks become tags, so they are no space. */
function isSpace(character: string | undefined): boolean {
  return character === undefined || /[\p{Zs}\t\f]/u.test(character);
}

/** Whether there is code: two runs of as many backticks. */
function hasEqualRuns(value: string): boolean {
  const lengths = Array.from(value.matchAll(/`+/g), ([{ length }]) => length);
  return new Set(lengths).size < lengths.length;
}

/** Spaces at the ends would be lost. */
function withEscapes(value: string, acting: ReadonlySet<number>): string {
  const start = /^[ \t]*/.exec(value)?.[0].length ?? 0;
  let end = value.length;
  while (end > start && /[ \t]/.test(value.charAt(end - 1))) end--;
  const written = Array.from({ length: value.length }, (_, at) => {
    if (at < start || at >= end) return `&#${value.charCodeAt(at)};`;
    return acting.has(at) ? `\\${value.charAt(at)}` : value.charAt(at);
  });
  return written.join("");
}
