/** What is to be written as YAML. */
export type Yaml = YamlText | YamlToken | YamlList | YamlMap;

/** Any text; how it is quoted is decided when it is written. */
export interface YamlText {
  readonly kind: "text";
  readonly text: string;
}

/** Something that is no text: `true`, `12`, `null`. */
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
  /** `line`: on one line where it fits; `lines`: one line a key. */
  readonly layout: "line" | "lines";
}

export interface YamlEntry {
  readonly key: string;
  readonly value: Yaml;
  /** Said behind the value or, if that has several lines, behind the key. */
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
