import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFiles } from "../../src/disk/list-files.js";
import { temporaryFolder, writeTree } from "../folders.js";

describe("listing files", () => {
  it("sorts whole paths by code units and leaves out what is hidden or of another kind", () => {
    const folder = temporaryFolder();
    const paths = ["b.yaml", "a/z.yml", "a.yaml", "Z.yaml", "ä.yaml", "a/b/c.yaml"];
    const others = [".hidden.yaml", ".git/x.yaml", "node_modules/m/x.yaml", "x.yaml.bak", "x.json"];
    writeTree(folder, Object.fromEntries([...paths, ...others].map((path) => [path, ""])));
    mkdirSync(join(folder, "folder.yaml"));
    expect(listFiles(folder, /\.ya?ml$/)).toEqual(["Z.yaml", "a.yaml", "a/b/c.yaml", "a/z.yml", "b.yaml", "ä.yaml"]);
  });

  it("follows links to elsewhere once, and ends where links lead in a circle", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "spec/a.yaml": "", "spec/in/b.yaml": "", "other/c.yaml": "", "single.yaml": "" });
    symlinkSync(join(folder, "spec"), join(folder, "spec/loop"));
    symlinkSync("..", join(folder, "spec/in/up"));
    symlinkSync(join(folder, "other"), join(folder, "spec/linked"));
    symlinkSync(join(folder, "other"), join(folder, "spec/linked-too"));
    symlinkSync(join(folder, "spec"), join(folder, "other/back"));
    symlinkSync(join(folder, "single.yaml"), join(folder, "spec/single.yaml"));
    expect(listFiles(join(folder, "spec"), /\.yaml$/)).toEqual(["a.yaml", "in/b.yaml", "linked/c.yaml", "single.yaml"]);
  });

  it("keeps links that lead nowhere, so that reading them tells why", () => {
    const folder = temporaryFolder();
    symlinkSync("nowhere", join(folder, "gone.yaml"));
    symlinkSync("self.yaml", join(folder, "self.yaml"));
    expect(listFiles(folder, /\.yaml$/)).toEqual(["gone.yaml", "self.yaml"]);
  });
});
