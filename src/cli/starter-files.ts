/** The files that `init` writes. */
import { resolve } from "node:path";
import { configName } from "../disk/find-config.js";
import { installedIn, type SchemaName, schemaLine } from "../disk/find-schema.js";

export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

/** The folder of the specs. */
export const starterFolder = "spec";

/** The folder of all generated files. */
const output = "generated";

/** Targets by language. The Java package holds the packages `models` and `support`. */
const targets: Readonly<Record<string, string>> = {
  typescript: `{ language: typescript, output: ${output}/typescript }`,
  ruby: `{ language: ruby, output: ${output}/ruby, module: Example }`,
  java: `{ language: java, output: ${output}/java, package: com.example }`,
};

export const starterLanguages: readonly string[] = Object.keys(targets);

/** @param languages some of `starterLanguages` */
export function starterConfig(languages: readonly string[]): StarterFile {
  const lines = languages.map((language) => `  ${language}: ${targets[language]}\n`).join("");
  return withSchema("config", configName, `spec: ${starterFolder}\ntargets:\n${lines}`);
}

/** Its models have a namespace, so that they do not clash with models that are imported or added. */
export function starterSpec(): StarterFile {
  return withSchema("spec", `${starterFolder}/example.yaml`, exampleSpec);
}

/** If the package is not in `node_modules`, the path is the one at which it will be installed. */
function withSchema(name: SchemaName, path: string, text: string): StarterFile {
  const file = resolve(path);
  return { path, text: schemaLine(name, file, installedIn(resolve()) ?? resolve()) + text };
}

/** Marks the output as generated for git and GitHub: it is collapsed in pull requests and excluded from statistics. */
const attributes = `${output}/** linguist-generated=true`;

/**
 * The content of `.gitattributes` with a line for the output, in the existing line endings; undefined if the line exists.
 *
 * @param text the content of the file, "" if there is none
 */
export function withAttributes(text: string): string | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  if (lines.some((line) => line.startsWith(`${output}/** `) && line.includes("linguist-generated"))) return undefined;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  return `${text}${text === "" || text.endsWith("\n") ? "" : end}${attributes}${end}`;
}

const exampleSpec = `namespace: example # keeps these models apart from yours; delete this file when you no longer need it
models:
  Person:
    description: Somebody with an account
    fields:
      id: { type: uuid, required: true }
      name: { type: string, required: true, minLength: 1, example: Ada Lovelace }
      email: { type: email, nullable: true, description: Null while it is not confirmed }
      address: Address
      tags: string[]
      state: { enum: [active, suspended], open: true, default: active }
      joined_at: { type: date-time, required: true }
  Address:
    description: A postal address
    fields:
      street: { type: string, required: true }
      city: { type: string, required: true }
      country: { type: string, minLength: 2, maxLength: 2, example: GB }
`;
