/** Deeply nested documents take time proportional to their size, for any models. */
import { expect, test } from "vitest";
import { compile, inTemporaryFolder, load, typescriptOfSpec, writeFiles } from "./tree.js";

const spec = `
models:
  Left: { fields: { left: string, next: Either } }
  Right: { fields: { right: string, next: Either } }
  Either: { oneOf: [Left, Right] }
`;

test("recursive unions take linear time, and documents nested too deeply are rejected", async () => {
  await inTemporaryFolder(async (folder) => {
    const files = await typescriptOfSpec(spec);
    writeFiles(
      folder,
      files!.filter(({ path }) => path.endsWith(".ts")),
    );
    expect(compile(folder)).toBe("");
    const { shared } = await load(folder);
    let document: object = { right: "a" };
    for (let depth = 0; depth < 99; depth++) document = { [depth % 2 === 0 ? "left" : "right"]: "a", next: document };
    const read = shared.Either.fromJSON(document);
    expect(read).toBeInstanceOf(shared.Left);
    expect(read.next).toBeInstanceOf(shared.Right);
    expect(read.toJSON()).toEqual(document);
    expect(read.validate()).toEqual([]);

    const issue = { path: "$", message: "must not have more than 100 arrays and objects inside each other" };
    const deeper = { left: "a", next: document };
    for (const given of [deeper, nested(99_999), circular(), [deeper]]) {
      expect(issuesOf(() => shared.Either.fromJSON({ left: "a", any: given }))).toMatchObject([issue]);
      expect(shared.Left["~standard"].validate({ left: "a", any: given }).issues).toMatchObject([
        { path: [], message: issue.message },
      ]);
    }
    const deep = "[".repeat(99_999) + "]".repeat(99_999);
    expect(issuesOf(() => shared.Left.parse(`{"any":${deep},"n":1.00000000000000000001}`))).toMatchObject([issue]);
    expect(issuesOf(() => shared.Left.parse(`{"any":${deep}}`))).toMatchObject([issue]);
  });
}, 20_000);

function nested(depth: number): unknown {
  let value: unknown = null;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

function circular(): unknown {
  const value: unknown[] = [];
  value.push(value);
  return value;
}

function issuesOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return (error as { readonly issues?: unknown }).issues ?? error;
  }
}
