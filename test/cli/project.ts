/** A project small enough to say exactly what the command says of it. */
import { temporaryFolder, writeTree } from "../folders.js";

/** Its config. */
export const config = "spec: spec\ntargets:\n  ruby: { language: ruby, output: out, module: Acme }\n";

/** Its only spec. */
export const spec = `models:
  Pet:
    description: An animal that lives with people
    fields:
      name: { type: string, required: true }
      nickname: string?
`;

export function makeProject(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  writeTree(folder, { "modelwright.yaml": config, "spec/pet.yaml": spec, ...files });
  return folder;
}

/** What was said, without what differs from run to run. */
export function steady(text: string): string {
  return text.replace(/\b\d+\.\d\d s\b/g, "0.00 s");
}
