/** Values to print as YAML. */
export type Yaml = YamlText | YamlToken | YamlList | YamlMap;

/** Any string; the printer decides how to quote it. */
export interface YamlText {
  readonly kind: "text";
  readonly text: string;
}

/** A scalar that is not a string: `true`, `12`, `null`. */
export interface YamlToken {
  readonly kind: "token";
  readonly token: string;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly Yaml[];
}

export interface YamlMap {
  readonly kind: "map";
  readonly entries: readonly YamlEntry[];
  /** `line`: on one line if it fits; `lines`: one line per key. */
  readonly layout: "line" | "lines";
}

export interface YamlEntry {
  readonly key: string;
  readonly value: Yaml;
  /** A comment after the value or, if that has several lines, after the key. */
  readonly comment?: string;
}

export function text(value: string): YamlText {
  return { kind: "text", text: value };
}

export function token(value: boolean | number | bigint | null): YamlToken {
  return { kind: "token", token: String(value) };
}

export function list(items: readonly Yaml[]): YamlList {
  return { kind: "list", items };
}
