/** The subjects of the runtime benchmark in TypeScript: generated classes, `JSON` itself, and libraries that read JSON. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const peers = { zod: "4", valibot: "1" };
const tools = { esbuild: "0.28" };

/** Documents with numbers that `JSON.stringify` refuses to round. */
const roundedShapes = ["unions", "exponents", "fractions"];

export { measureCost as measure } from "./typescript-cost.mjs";

export async function prepare({ scratch, generated, documents, log }) {
  const subject = (name, operations, more = {}) => {
    const file = join(scratch, `${name}.mjs`);
    cpSync(join(import.meta.dirname, "typescript", `${name}.mjs`), file);
    const command = (operation, shape) => {
      if (operation.startsWith("JSON.stringify") && roundedShapes.includes(shape)) return undefined;
      const measured = [file, operation, JSON.stringify(documents[shape])];
      return [process.execPath, [join(import.meta.dirname, "typescript/process.mjs"), ...measured]];
    };
    return { name, operations, command, ...more };
  };
  compile(join(generated, "src"), join(scratch, "classes"));
  compile(join(generated, "../interfaces/src"), join(scratch, "interfaces"));
  const reading = { fromJSON: "read", parse: "read" };
  return [
    subject("json", { read: "read", write: "write" }),
    subject("classes", { ...reading, "JSON.stringify": "write", stringify: "write" }),
    subject("interfaces", { ...reading, "JSON.stringify(write)": "write", stringify: "write" }),
    ...installedPeers(scratch, log).map((name) =>
      subject(name, { read: "read", write: "write" }, { shapes: ["wide", "small", "deep", "tiny"] }),
    ),
  ];
}

function installedPeers(scratch, log) {
  try {
    const packages = Object.entries({ ...peers, ...tools }).map(([name, version]) => `${name}@${version}`);
    writeFileSync(join(scratch, "package.json"), JSON.stringify({ private: true, type: "module" }));
    run("npm", ["install", "--silent", "--no-audit", "--no-fund", ...packages], scratch);
    return Object.keys(peers);
  } catch (error) {
    log(`no libraries to compare with: ${error.message}`);
    return [];
  }
}

function compile(source, output) {
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, "package.json"), JSON.stringify({ type: "module" }));
  const options = [
    "--target",
    "es2022",
    "--lib",
    "es2022",
    "--module",
    "esnext",
    "--moduleResolution",
    "bundler",
    "--strict",
    "--types",
    "",
  ];
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  if (!existsSync(tsc)) throw new Error("there is no TypeScript compiler: run npm install");
  const files = [join(source, "sdk/models/index.ts")];
  run(process.execPath, [tsc, ...options, "--rootDir", join(source, "sdk"), "--outDir", output, ...files], output);
}

function run(program, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(error?.message ?? `${program} ended with ${status}\n${stdout}${stderr}`);
}
