/**
 * Values in Markdown (format §2): a renderer of CommonMark or GitHub's Markdown shows exactly the value. The documented format
 * writes values without changes, so a character is escaped only if it would take effect: `snake_case`, `a * b` and `1 < 2`
 * stay.
 */

/**
 * Published pages keep HTML paragraphs, and so do these: of `<p>text</p>` a reader sees the text.
 *
 * @param within `emphasis` if the value is between asterisks: then all of its own asterisks are escaped
 */
export function verbatim(value: string, within: "text" | "emphasis" = "text"): string {
  const paragraph = paragraphForm.exec(value)?.[1];
  return paragraph === undefined ? escaped(value, within) : `<p>${escaped(paragraph, within)}</p>`;
}

/** A code span that shows exactly the code, which has no line breaks. */
export function codeSpan(code: string): string {
  const longest = Math.max(0, ...Array.from(code.matchAll(/`+/g), ([{ length }]) => length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(code) ? " " : "";
  return `${fence}${pad}${code}${pad}${fence}`;
}

const paragraphForm = /^<p>(.*)<\/p>$/s;

function escaped(value: string, within: "text" | "emphasis"): string {
  if (!suspicious.test(value)) return value;
  const acting = new Acting(value);
  for (const pattern of actingAlone) acting.add(pattern);
  for (const mark of ["*", "_", "~"] as const) if (value.includes(mark)) addMarks(acting, mark);
  if (within === "emphasis") acting.add(/\*/g);
  if (hasEqualRuns(value)) acting.add(/`/g);
  // GitHub would show escapes inside an autolink, so the value must not be recognized as one.
  if (acting.any || /\||^[ \t]|[ \t]$/.test(value)) acting.add(linkStart);
  return acting.escaped();
}

/** A quick test for characters that may need an escape; most values have none. */
const suspicious = /[\\&`*~<\]{|]|(?<![A-Za-z0-9_])_|_(?![A-Za-z0-9_])|^[ \t]|[ \t]$/;

/** The characters of a value that would take effect. */
class Acting {
  any = false;
  readonly #acts: Uint8Array;

  constructor(readonly value: string) {
    this.#acts = new Uint8Array(value.length);
  }

  add(pattern: RegExp): void {
    for (const { 0: found, index } of this.value.matchAll(pattern)) this.addRange(index, index + found.length);
  }

  addRange(start: number, end: number): void {
    this.#acts.fill(1, start, end);
    this.any ||= end > start;
  }

  /** The value with escapes; leading and trailing spaces would be lost without them. */
  escaped(): string {
    const { value } = this;
    const start = /^[ \t]*/.exec(value)?.[0].length ?? 0;
    let end = value.length;
    while (end > start && /[ \t]/.test(value.charAt(end - 1))) end--;
    const written = [encoded(value.slice(0, start))];
    let from = start;
    for (let at = this.#acts.indexOf(1, start); at >= 0 && at < end; at = this.#acts.indexOf(1, at + 1)) {
      written.push(value.slice(from, at), "\\");
      from = at;
    }
    written.push(value.slice(from, end), encoded(value.slice(end)));
    return written.join("");
  }
}

function encoded(spaces: string): string {
  return spaces.replace(/[ \t]/g, (space) => `&#${space.charCodeAt(0)};`);
}

/** Characters that take effect depending on what follows them. */
const actingAlone: readonly RegExp[] = [
  // An escape: before punctuation, and before what becomes a tag or an entity.
  /\\(?=[!-/:-@[-`{-~\r\n]|[ \t]*$)/g,
  // An entity.
  /&(?=#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][A-Za-z\d]*;)/g,
  // A tag, a comment, an instruction, or an autolink in angle brackets.
  /<(?=[A-Za-z/!?]|[^\s<>]*@[^\s<>]*>)/g,
  // The end of a link text.
  /\](?=\()/g,
  // A placeholder of the template languages that many sites use.
  /\{\{+|\{(?=%)/g,
];

/** The colon or full stop by which GitHub recognizes an autolink without brackets. */
const linkStart = /(?<=https?|ftp):(?=\/\/)|(?<=www)\./gi;

/**
 * The delimiter runs that could open or close emphasis or strikethrough, if one can open it and a later one can close it. A
 * run between spaces can do neither, nor can `_` inside a word.
 */
function addMarks(acting: Acting, mark: "*" | "_" | "~"): void {
  const { value } = acting;
  const runs = Array.from(value.matchAll(runsOf[mark]), ({ 0: { length }, index }) => {
    const end = index + length;
    const [before, after] = [value.slice(Math.max(0, index - 2), index), value.slice(end, end + 2)];
    const isInWord = mark === "_" && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
    return { index, end, opens: !isInWord && !isSpace(after[0]), closes: !isInWord && !isSpace(before.at(-1)) };
  });
  const first = runs.findIndex(({ opens }) => opens);
  if (first < 0 || !runs.slice(first + 1).some(({ closes }) => closes)) return;
  for (const { index, end, opens, closes } of runs) if (opens || closes) acting.addRange(index, end);
}

const runsOf = { "*": /\*+/g, _: /_+/g, "~": /~+/g } as const;

/** Line breaks become tags, so they do not count as spaces. */
function isSpace(character: string | undefined): boolean {
  return character === undefined || /[\p{Zs}\t\f]/u.test(character);
}

/** Whether there is a code span: two backtick runs of equal length. */
function hasEqualRuns(value: string): boolean {
  const lengths = Array.from(value.matchAll(/`+/g), ([{ length }]) => length);
  return new Set(lengths).size < lengths.length;
}
