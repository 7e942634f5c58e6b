/** The languages that run the vectors, each with its real toolchain. */
import { join } from "node:path";
import type { Target } from "../../src/config/config.js";
import { projectRoot } from "../generated.js";
import { toolchain as java } from "../run/java/toolchain.js";
import * as javaTree from "../run/java/tree.js";
import * as rubyTree from "../run/ruby/tree.js";
import * as typescriptTree from "../run/typescript/tree.js";
import type { BuildRequest, Request, Response } from "./vectors.js";

export interface ConformingLanguage {
  readonly id: string;
  readonly title: string;
  /** The toolchain that runs it. */
  readonly toolchain: string;
  /** Why it cannot run on this machine. */
  readonly missing?: string;
  /** Generates and compiles the models of a folder's spec, and answers the requests with them. */
  answer(folder: string, requests: readonly (Request | BuildRequest)[]): Promise<readonly Response[]>;
}

export const conformingLanguages: readonly ConformingLanguage[] = [
  typescriptWith("TypeScript", {}),
  typescriptWith("TypeScript: interfaces", { style: "interfaces" }),
  {
    id: "ruby",
    title: "Ruby",
    toolchain: rubyTree.ruby.title,
    answer: async (spec, requests) => {
      const files = await rubyTree.rubyOf(spec);
      const out = rubyTree.ruby.lacks.includes("bigdecimal") ? rubyTree.decimalModels(files) : new Set();
      return rubyTree.inTemporaryFolder((folder) => {
        rubyTree.writeFiles(folder, files);
        succeed(rubyTree.check(folder, files));
        return rubyTree.ask(
          folder,
          requests.filter(({ model }) => !out.has(model)),
        );
      });
    },
  },
  javaWith("2", "Java"),
  javaWith("3", "Java, Jackson 3"),
];

function javaWith(jackson: javaTree.JacksonVersion, title: string): ConformingLanguage {
  const pom = jackson === "3" ? "jackson3-pom.xml" : "pom.xml";
  return {
    id: "java",
    title,
    toolchain: java.name,
    ...(java.isMissing && { missing: java.name }),
    answer: async (spec, requests) => {
      const files = await javaTree.javaOf(spec, jackson);
      return javaTree.inTemporaryFolder(async (folder) => {
        const driver = jackson === "3" ? javaTree.forJackson3(folder, javaTree.driver) : javaTree.driver;
        succeed(javaTree.compile(folder, files, [driver], pom));
        return javaTree.ask(folder, javaTree.classesOf(files), requests, pom);
      });
    },
  };
}

/** TypeScript with some options of its target, and settings of its compiler. */
export function typescriptWith(
  title: string,
  options: Target["options"],
  settings: typescriptTree.CompilerOptions = {},
): ConformingLanguage {
  return {
    id: "typescript",
    title,
    toolchain: `Node.js ${process.versions.node}`,
    answer: async (spec, requests) => {
      const files = await typescriptTree.typescriptOf(spec, options);
      return typescriptTree.inTemporaryFolder(async (folder) => {
        typescriptTree.writeFiles(folder, files);
        succeed(typescriptTree.compile(folder, settings));
        return typescriptTree.ask(folder, requests);
      });
    },
  };
}

/** The spec of the vectors. */
export const vectorFolder = join(projectRoot, "test/vectors");

function succeed(complaints: string): void {
  if (complaints !== "") throw new Error(complaints);
}
