/** What `init` writes. */

export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

/** The folder of the specs. */
export const starterFolder = "spec";

export const starterConfig: StarterFile = {
  path: "modelwright.yaml",
  text: `# yaml-language-server: $schema=node_modules/modelwright/schema/config.schema.json
spec: ${starterFolder}
targets:
  typescript: { language: typescript, output: generated/typescript }
  ruby: { language: ruby, output: generated/ruby, module: Example }
  java: { language: java, output: generated/java, package: com.example.models }
`,
};

/** Its models have a namespace, so that they clash with no model that is imported or written beside them. */
export const starterSpec: StarterFile = {
  path: `${starterFolder}/example.yaml`,
  text: `# yaml-language-server: $schema=../node_modules/modelwright/schema/spec.schema.json
namespace: example # keeps these models apart from yours; delete this file when you no longer need it
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
    description: Where somebody lives
    fields:
      street: { type: string, required: true }
      city: { type: string, required: true }
      country: { type: string, minLength: 2, maxLength: 2, example: GB }
`,
};
