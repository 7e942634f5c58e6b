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
  if (!suspicious.test(value)) return value;
  const acting = new Acting(value);
  for (const pattern of actingAlone) acting.add(pattern);
  for (const mark of ["*", "_", "~"] as const) if (value.includes(mark)) addMarks(acting, mark);
  if (within === "emphasis") acting.add(/\*/g);
  if (hasEqualRuns(value)) acting.add(/`/g);
  // In what GitHub takes for an address, escapes would be shown; so it must not be taken for one.
  if (acting.any || /\||^[ \t]|[ \t]$/.test(value)) acting.add(linkStart);
  return acting.escaped();
}

/** Something of what is looked at below; most values have nothing of it. */
const suspicious = /[\\&`*~<\]{|]|(?<![A-Za-z0-9_])_|_(?![A-Za-z0-9_])|^[ \t]|[ \t]$/;

/** The characters of a value that would act. */
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

  /** The value with escapes; spaces at the ends would be lost. */
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

/** Line breaks become tags, so they are no space. */
function isSpace(character: string | undefined): boolean {
  return character === undefined || /[\p{Zs}\t\f]/u.test(character);
}

/** Whether there is code: two runs of as many backticks. */
function hasEqualRuns(value: string): boolean {
  const lengths = Array.from(value.matchAll(/`+/g), ([{ length }]) => length);
  return new Set(lengths).size < lengths.length;
}
