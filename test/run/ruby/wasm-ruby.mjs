/**
 * A `ruby` command for machines without one: runs a script in the WebAssembly build of CRuby from npm. Ruby sees a copy
 * of the current folder and of the script's folder; the files it writes are discarded.
 *
 * node wasm-ruby.mjs [-w] SCRIPT [ARGUMENTS]
 */
import { readdirSync, readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { ConsoleStdout, Directory, File, OpenFile, PreopenDirectory, WASI } from "@bjorn3/browser_wasi_shim";

const require = createRequire(import.meta.url);
const { RubyVM } = require("@ruby/wasm-wasi");

const isVerbose = process.argv[2] === "-w";
const [script, ...rest] = process.argv.slice(isVerbose ? 3 : 2);

const descriptors = [
  new OpenFile(new File(process.stdin.isTTY ? "" : readFileSync(0))),
  new ConsoleStdout((bytes) => writeSync(1, bytes)),
  new ConsoleStdout((bytes) => writeSync(2, bytes)),
  new PreopenDirectory("/", rootWith([process.cwd(), dirname(resolve(script))])),
];
const wasi = new WASI([], [`PWD=${process.cwd()}`], descriptors, { debug: false });
const module = await WebAssembly.compile(readFileSync(require.resolve("@ruby/3.4-wasm-wasi/dist/ruby+stdlib.wasm")));
const { vm } = await RubyVM.instantiateModule({ module, wasip1: wasi });
vm.eval(`
  $VERBOSE = ${isVerbose}
  ARGV.replace(${JSON.stringify(rest)})
  Dir.chdir(${JSON.stringify(process.cwd())})
  load ${JSON.stringify(resolve(script))}
`);

/** The entries of the root folder that lead to the given folders. */
function rootWith(folders) {
  const root = new Directory(new Map());
  for (const folder of folders) {
    let parent = root;
    for (const name of folder.split("/").filter((each) => each !== "")) {
      if (!parent.contents.has(name)) parent.contents.set(name, new Directory(new Map()));
      parent = parent.contents.get(name);
    }
    for (const [name, each] of contents(folder)) parent.contents.set(name, each);
  }
  return root.contents;
}

function contents(folder) {
  return new Map(readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, inode(folder, entry)]));
}

function inode(folder, entry) {
  const path = join(folder, entry.name);
  return entry.isDirectory() ? new Directory(contents(path)) : new File(readFileSync(path));
}
