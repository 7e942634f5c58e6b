import { expect, test } from "vitest";
import { generateTexts } from "../generate-texts.js";

const spec = `models:
  Pet: { fields: { id: string, kind: { enum: [cat, dog] }, home: { oneOf: [Pet, string] } } }
`;

async function withSignatures(chosen: string): Promise<ReadonlyMap<string, string>> {
  const config = `targets: { ruby: { language: ruby, output: out, signatures: ${chosen} } }`;
  return (await generateTexts({ "spec/pet.yaml": spec }, config)).files;
}

test.each([
  ["none", ["md", "rb"]],
  ["rbi", ["md", "rb", "rbi"]],
  ["rbs", ["md", "rb", "rbs"]],
  ["all", ["md", "rb", "rbi", "rbs"]],
])("a target gets the signatures it asks for: %s", async (chosen, expected) => {
  const all = await withSignatures("all");
  const files = await withSignatures(chosen);
  const extensions = new Set([...all.keys()].map((path) => path.slice(path.lastIndexOf(".") + 1)));
  const isAsked = (path: string): boolean => expected.some((extension) => path.endsWith(`.${extension}`));
  expect([...extensions].sort()).toEqual(["md", "rb", "rbi", "rbs"]);
  expect(files).toEqual(new Map([...all].filter(([path]) => isAsked(path))));
});
