/** A small project that uses most features. */
import { join } from "node:path";
import { run } from "../../src/run/run.js";
import type { RunOptions, RunResult } from "../../src/run/run-options.js";
import { temporaryFolder, writeTree } from "../folders.js";

export const smallProject: Readonly<Record<string, string>> = {
  "modelwright.yaml": `spec: spec
versions: ["1", "2"]
targets:
  typescript: { language: typescript, output: out/typescript }
  ruby: { language: ruby, version: "1", output: out/ruby, module: Acme }
  java: { language: java, output: out/java, package: com.acme, templates: templates }
`,
  "spec/people.yaml": `models:
  Person:
    description: Somebody with an account
    fields:
      id: { type: uuid, required: true }
      nickname: { type: string, nullable: true, description: What friends say }
      address: Address
      state: { enum: [active, suspended], open: true }
      joined_at: { type: date-time, required: true, added: "2" }
  Employee:
    extends: [Person]
    fields:
      kind: { const: employee, required: true }
      manager: Employee
  Company:
    deprecated: { message: It is too general, use: Employer }
    fields:
      kind: { const: company, required: true }
      staff: Employee[]
  Employer: { fields: { company: Company } }
  Party: { oneOf: [Employee, Company], discriminator: { field: kind } }
`,
  "spec/places/address.yaml": `models:
  Address:
    fields:
      street: { type: string, required: true }
      city: string
`,
  "templates/docs/enum.hbs": "# {{title}}\n\nOur own page.\n",
};

/** @returns its folder */
export function makeSmallProject(): string {
  const folder = temporaryFolder();
  writeTree(folder, smallProject);
  return folder;
}

/** The same with many models, in TypeScript only. @returns its folder */
export function makeLargeProject(): string {
  const folder = makeSmallProject();
  writeTree(folder, { "modelwright.yaml": largeConfig });
  for (let index = 0; index < 45; index++) {
    const fields = `{ name: string, next: More${(index * 7) % 45}, kind: { enum: [a, b] } }`;
    writeTree(folder, { [`spec/more/${index}.yaml`]: `models:\n  More${index}: { fields: ${fields} }\n` });
  }
  return folder;
}

const largeConfig = `spec: spec
versions: ["1", "2"]
targets:
  typescript: { language: typescript, output: out/typescript }
`;

/** Runs the project in a folder, with a cache in it unless turned off. */
export function runIn(folder: string, options: Partial<RunOptions> = {}): Promise<RunResult> {
  return run({ config: join(folder, "modelwright.yaml"), mode: "write", cache: join(folder, ".cache"), ...options });
}
