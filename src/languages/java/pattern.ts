/** Regular expressions of the spec (ECMAScript with the flag `u`) in the syntax of `java.util.regex`. */

/** The same expression for Java, or undefined where Java has nothing that means the same. */
export function javaPattern(pattern: string): string | undefined {
  return new Translation(pattern).result();
}

const spaces = "\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const anything = "[\\x{0}-\\x{10ffff}]";

/** Escapes that mean something else in Java, outside of a class of characters. */
const outside: Readonly<Record<string, string>> = {
  "\\s": `[${spaces}]`,
  "\\S": `[^${spaces}]`,
  "\\b": "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))",
  "\\B": "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))",
  "\\v": "\\x0b",
  "\\0": "\\x00",
  ".": "[^\\n\\r\\u2028\\u2029]",
  $: "\\z",
  "[]": "(?!)",
  "[^]": anything,
};

/** The same inside of one, and signs that would begin another class there. */
const inside: Readonly<Record<string, string>> = {
  "\\s": spaces,
  "\\S": `[^${spaces}]`,
  "\\b": "\\x08",
  "\\v": "\\x0b",
  "\\0": "\\x00",
  "[": "\\[",
  "&": "\\&",
};

const token =
  /\\(?:[1-9]\d*|c[A-Za-z]|u\{[0-9A-Fa-f]+\}|[pP]\{[^}]*\}|k<[^>]*>|[^])|\(\?<(?![=!])[^>]*>|\(\?(?:<?[=!]|:)|\[\^?\]|\{\d+,\}|[^]/gu;

/** Goes through an expression once. */
class Translation {
  readonly #pattern: string;
  /** The groups that capture, as far as they have begun, by their names. */
  readonly #groups: string[] = [];
  /** For each group that is open, whether it looks behind or is in one that does. */
  readonly #behind: boolean[] = [];
  #inClass = false;
  #possible = true;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  result(): string | undefined {
    const text = this.#pattern.replace(token, (each) => (this.#inClass ? this.#inside(each) : this.#outside(each)));
    return this.#possible ? text : undefined;
  }

  #inside(text: string): string {
    if (text === "]") this.#inClass = false;
    return inside[text] ?? this.#escape(text);
  }

  #outside(text: string): string {
    if (text === "[") this.#inClass = true;
    if (text.startsWith("(")) return this.#group(text);
    if (text === ")") this.#behind.pop();
    // Java looks behind only as far as it knows beforehand.
    if (this.#looksBehind() && /^(?:[*+]|\{\d+,\})$/.test(text)) this.#possible = false;
    return outside[text] ?? this.#escape(text);
  }

  #group(text: string): string {
    this.#behind.push(this.#looksBehind() || /^\(\?<[=!]$/.test(text));
    const isNamed = text.endsWith(">");
    if (text === "(" || isNamed) this.#groups.push(isNamed ? text.slice("(?<".length, -1) : "");
    return isNamed ? `(?<group${this.#groups.length}>` : text;
  }

  #looksBehind(): boolean {
    return this.#behind.at(-1) ?? false;
  }

  #escape(text: string): string {
    if (text.startsWith("\\c")) return `\\x${(text.charCodeAt(2) % 32).toString(16).padStart(2, "0")}`;
    if (text.startsWith("\\u{")) return `\\x${text.slice(2)}`;
    if (text.startsWith("\\k<")) return this.#reference(this.#groups.indexOf(text.slice("\\k<".length, -1)) + 1);
    if (/^\\[1-9]/.test(text)) return this.#reference(Number(text.slice(1)));
    if (/^\\[pP]\{/.test(text)) return this.#property(text.slice(0, 2), text.slice(3, -1));
    return text;
  }

  /** What was captured, which is nothing where the group has not begun. */
  #reference(group: number): string {
    return group < 1 || group > this.#groups.length ? "(?:)" : `(?:\\${group})`;
  }

  #property(escape: string, property: string): string {
    const [name, value] = property.split("=", 2) as [string, string?];
    if (value !== undefined) {
      if (/^(?:gc|General_Category)$/.test(name)) return `${escape}{gc=${categories[value] ?? value}}`;
      return `${escape}{script=${value}}`;
    }
    if (name === "Any") return escape === "\\p" ? anything : "(?!)";
    if (name === "ASCII") return `${escape}{ASCII}`;
    if (properties.has(name)) return `${escape}{Is${name}}`;
    const category = categories[name] ?? name;
    if (!/^[A-Z][a-z]?$/.test(category)) this.#possible = false;
    return `${escape}{${category}}`;
  }
}

const properties: ReadonlySet<string> = new Set([
  "Alphabetic",
  "Ideographic",
  "Lowercase",
  "Uppercase",
  "White_Space",
  "Hex_Digit",
  "Join_Control",
  "Noncharacter_Code_Point",
]);

/** The short names of the general categories that are mostly written in full. */
const categories: Readonly<Record<string, string>> = {
  Letter: "L",
  Cased_Letter: "LC",
  Uppercase_Letter: "Lu",
  Lowercase_Letter: "Ll",
  Titlecase_Letter: "Lt",
  Modifier_Letter: "Lm",
  Other_Letter: "Lo",
  Mark: "M",
  Nonspacing_Mark: "Mn",
  Spacing_Mark: "Mc",
  Enclosing_Mark: "Me",
  Number: "N",
  Decimal_Number: "Nd",
  Letter_Number: "Nl",
  Other_Number: "No",
  Punctuation: "P",
  Symbol: "S",
  Math_Symbol: "Sm",
  Currency_Symbol: "Sc",
  Separator: "Z",
  Space_Separator: "Zs",
  Other: "C",
  Control: "Cc",
  Format: "Cf",
};
