/** A new value of an enum changes no name of another one, whatever it is called, nor that of unlisted values. */
import { expect, test } from "vitest";
import { generateTexts } from "../generate-texts.js";

const old = ["active", "unknown", "on-hold"];
const added = ["", "UNKNOWN_2", "unknown value", "values", "value", "of", "known", "constant", "Constant", "Known"];
const words = ["Deserializer", "class", "name", "1", "true", "null", "State"];

const sets = [["active"], old];
test.each([true, false])("open: %s", async (open) => {
  for (const values of sets) {
    const before = await namesOf(values, open);
    expect(before?.length).toBeGreaterThan(3);
    for (const value of ["unknown", ...added, ...words].filter((each) => !values.includes(each))) {
      const after = await namesOf([value, ...values], open);
      if (after !== undefined) expect([value, before?.filter((line) => !after.includes(line))]).toEqual([value, []]);
    }
  }
});

/** The lines of code of an enum, without what is between or after constants; undefined if two values clash. */
async function namesOf(values: readonly string[], open: boolean): Promise<readonly string[] | undefined> {
  const spec = `models: { State: { open: ${open}, enum: ${JSON.stringify(values)} }, A: { fields: { state: State } } }`;
  const { files, diagnostics } = await generateTexts({ "spec/a.yaml": spec });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.filter(({ code }) => code !== "name-clash")).toEqual([]);
  if (errors.length > 0) return undefined;
  const code = [...files].filter(([path]) => /\/state\.(?:ts|rb|rbs|rbi|java)$/i.test(path));
  expect(code.length).toBeGreaterThan(4);
  return code.flatMap(([path, text]) =>
    text
      .split("\n")
      .map((line) => `${path}: ${line.trim().replace(/[,;]$/, "")}`)
      .filter((line) => /[A-Z]/.test(line) && !/import |\[|%w|\|/.test(line)),
  );
}
