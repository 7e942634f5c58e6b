/** Documents that are nested deep take time in proportion to their size, whatever the models. */
import { expect, test } from "vitest";
import { compile, inTemporaryFolder, load, typescriptOfSpec, writeFiles } from "./tree.js";

const spec = `
models:
  Left: { fields: { left: string, next: Either } }
  Right: { fields: { right: string, next: Either } }
  Either: { oneOf: [Left, Right] }
`;

test("a union in itself is not tried again and again", async () => {
  await inTemporaryFolder(async (folder) => {
    const files = await typescriptOfSpec(spec);
    writeFiles(
      folder,
      files!.filter(({ path }) => path.endsWith(".ts")),
    );
    expect(compile(folder)).toBe("");
    const { shared } = await load(folder);
    let document: object = { left: "a" };
    for (let depth = 0; depth < 200; depth++) document = { [depth % 2 === 0 ? "right" : "left"]: "a", next: document };
    const read = shared.Either.fromJSON(document);
    expect(read).toBeInstanceOf(shared.Left);
    expect(read.next).toBeInstanceOf(shared.Right);
    expect(read.toJSON()).toEqual(document);
    expect(read.validate()).toEqual([]);
  });
}, 20_000);
