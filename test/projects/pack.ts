/** Packs modelwright once for all projects, like `npm publish`, and installs it as a command. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { projectRoot } from "../generated.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The packed tarball. */
    readonly tarball: string;
    /** The folder of the `modelwright` command installed from it, for projects without npm. */
    readonly commands: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "modelwright-packed-"));
  const packed = npm(projectRoot, "pack", "--ignore-scripts", "--silent", "--pack-destination", folder);
  const tarball = join(folder, packed.trim());
  const tools = join(folder, "tools");
  mkdirSync(tools);
  npm(tools, "install", "--prefer-offline", "--no-audit", "--no-fund", "--silent", "--prefix", tools, tarball);
  project.provide("tarball", tarball);
  project.provide("commands", join(tools, "node_modules/.bin"));
  return () => rmSync(folder, { recursive: true, force: true });
}

function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}
