/** The two documented pages come out of the shipped spec, to the byte. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Generation } from "../src/generate.js";
import { generateIn, projectRoot } from "./generated.js";

describe("the shipped spec", () => {
  const made: { generation?: Generation } = {};

  beforeAll(async () => {
    made.generation = await generateIn(projectRoot);
  });

  test.each([
    ["ruby", "docs/models/shared/connectsession.md", "ruby/connectsession.md"],
    ["java", "docs/models/components/ConnectSession.md", "java/ConnectSession.md"],
  ])("gives the documented page of %s", (language, path, variant) => {
    const files = made.generation?.targets.find(({ target }) => target.name === language)?.files;
    const text = files?.find((file) => file.path === path)?.text;
    expect(text).toBe(readFileSync(join(projectRoot, "test/variants", variant), "utf8"));
  });

  test("has no mistake", () => {
    expect(made.generation?.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
