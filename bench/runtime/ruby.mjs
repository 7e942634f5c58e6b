/** The subjects of the runtime benchmark in Ruby: the library `json` and the generated classes. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const script = (name) => join(import.meta.dirname, "ruby", name);

export async function prepare({ generated, documents }) {
  run("ruby", ["-e", "exit RUBY_VERSION >= '3.1'"]);
  const subject = (name, operations) => ({
    name,
    operations,
    command: (operation, shape) => {
      const { model, file, isHostile } = documents[shape];
      return ["ruby", [script("process.rb"), entry(generated), name, operation, model, file, String(isHostile)]];
    },
  });
  return [
    subject("json", { read: "read", write: "write" }),
    subject("classes", { from_json: "read", from_h: "read", to_json: "write" }),
  ];
}

/** What it takes to load the classes, beside the libraries that Ruby brings. */
export async function measure({ generated }) {
  const samples = Array.from({ length: 5 }, () => JSON.parse(run("ruby", [script("load.rb"), entry(generated)])));
  const median = (name) => samples.map((each) => each[name]).sort((a, b) => a - b)[2];
  return [
    ["CPU time to load the entry file", `${(median("entryNs") / 1e6).toFixed(1)} ms`],
    ["CPU time to load all 18 classes and what they share", `${(median("classesNs") / 1e6).toFixed(1)} ms`],
  ];
}

const entry = (generated) => join(generated, "lib/bench/models.rb");

function run(program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(error?.message ?? `${program} ended with ${status}\n${stderr}`);
  return stdout;
}
