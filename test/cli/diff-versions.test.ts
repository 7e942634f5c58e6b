/** `modelwright diff --from V --to W`. */
import { describe, expect, it } from "vitest";
import { modelwright } from "./command.js";
import { config, makeProject } from "./project.js";

describe("two versions of a spec", () => {
  it("reports the keys that change the spec between two versions", () => {
    const text = `models:
  Pet:
    fields:
      id: string
      name:
        type: string
        added: "2"
      old:
        type: boolean
        removed: "2"
      age:
        type: integer
        changed:
          "2": { type: number }
          "3": { description: In years }
  New:
    added: "3"
    fields: {}
`;
    const folder = makeProject({ "modelwright.yaml": `versions: ['1', '2', '3']\n${config}`, "spec/pet.yaml": text });
    const between = (from: string, to: string): readonly (string | undefined)[] => {
      const { stdout } = modelwright(folder, ["diff", "--from", from, "--to", to]);
      return [...stdout.matchAll(/^ {2}(\S+) {2}spec\/pet\.yaml:(\d+)/gm)]
        .map(([, kind, line]) => `${kind} ${line}`)
        .sort();
    };
    expect(between("1", "2")).toEqual([
      "field.added.optional 7",
      "field.removed.optional 10",
      "type.integer-to-number 13",
    ]);
    expect(between("2", "1")).toEqual([
      "field.added.optional 10",
      "field.removed.optional 7",
      "type.number-to-integer 13",
    ]);
    expect(between("2", "3")).toEqual(["docs.description-changed 13", "model.added 17"]);
  });
});
