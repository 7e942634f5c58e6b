import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";
import { projectRoot } from "../command.js";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

/** Parses XML with the parser of the JDK. */
export function parseXml(text: string): Element {
  const options = { input: text, encoding: "utf8", maxBuffer: 1 << 28 } as const;
  const { stdout, stderr } = spawnSync("java", [join(projectRoot, "test/cli/xml/ReadXml.java")], options);
  expect(stderr).toBe("");
  return JSON.parse(stdout) as Element;
}
