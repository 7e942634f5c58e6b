/** Generated Java on disk: compiled with all warnings, and run. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import type { GeneratedFile } from "../../../src/render/page.js";
import type { BuildRequest, Request, Response } from "../../conformance/vectors.js";
import { generateIn, projectRoot } from "../../generated.js";
import { inTemporaryFolder, writeFiles } from "../typescript/tree.js";
import { libraries } from "./toolchain.js";

export { inTemporaryFolder };

/** The versions of Jackson that classes can be generated for. */
export type JacksonVersion = "2" | "3";

/** The target options that add code to the classes. */
export const allOptions = ["accessors: bean", "validation: jakarta", "openapi: schemas"];

/** The Java files generated for a project folder. */
export async function javaOf(folder: string, jackson: JacksonVersion = "2"): Promise<readonly GeneratedFile[]> {
  const { targets, diagnostics } = await generateIn(folder, ["java"], { jackson });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return targets.flatMap(({ files }) => files).filter(({ path }) => path.endsWith(".java"));
}

/**
 * The same for a spec file's text, in its own namespace; undefined if the spec is rejected.
 *
 * @param options more target options: `accessors: bean`, `jackson: 3`
 */
export async function javaOfSpec(
  spec: string,
  namespace: string,
  ...options: readonly string[]
): Promise<readonly GeneratedFile[] | undefined> {
  return (await javaOfSpecWithDocs(spec, namespace, ...options))?.filter(({ path }) => path.endsWith(".java"));
}

/** All files generated for a spec file's text. */
export async function javaOfSpecWithDocs(
  spec: string,
  namespace: string,
  ...options: readonly string[]
): Promise<readonly GeneratedFile[] | undefined> {
  return inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, "spec.yaml"), spec);
    const keys = ["language: java", "output: out", "package: com.acme", `namespace: ${namespace}`, ...options];
    const target = `{ ${keys.join(", ")} }`;
    writeFileSync(join(folder, "modelwright.yaml"), `spec: spec.yaml\ntargets: { java: ${target} }\n`);
    const { targets, diagnostics } = await generateIn(folder);
    return diagnostics.some(({ severity }) => severity === "error") ? undefined : targets.flatMap(({ files }) => files);
  });
}

/**
 * Compiles Java in a folder, with every warning as an error.
 *
 * @param sources files in addition to the generated ones
 * @param pom declares the dependencies; see `libraries`
 * @param more additional compiler options
 * @returns what the compiler reports
 */
export function compile(
  folder: string,
  files: readonly GeneratedFile[],
  sources: readonly string[] = [],
  pom?: string,
  more: readonly string[] = [],
): string {
  writeFiles(join(folder, "src"), files);
  const generated = [...new Set(files.map(({ path }) => join(folder, "src", path)))];
  writeArguments(join(folder, "generated"), generated);
  writeArguments(join(folder, "sources"), [...generated, ...sources]);
  const options = ["--release", "17", "-encoding", "UTF-8", "-Xlint:all", "-Werror", "-Xmaxerrs", "20", ...more];
  const parameters = [...options, "-cp", libraries(pom), "-d", join(folder, "classes"), `@${join(folder, "sources")}`];
  const { stdout, stderr } = spawnSync("javac", parameters, { encoding: "utf8" });
  return stdout + stderr;
}

/** An argument file for Java's tools, in which a backslash is an escape. */
function writeArguments(file: string, paths: readonly string[]): void {
  writeFileSync(file, paths.map((path) => `"${path.replaceAll("\\", "/")}"\n`).join(""));
}

/** Compiler options by which all public API of generated code must have comments. Much cheaper than `javadoc`. */
export const requiredComments = ["-Xdoclint:missing/protected", "-Xdoclint/package:com.acme,com.acme.*"];

/**
 * The output of `javadoc` for the generated files that were compiled in a folder.
 *
 * @param isComplete whether all public API must have comments; package-private code needs none
 */
export function checkComments(folder: string, pom?: string, isComplete = true): string {
  const all = javadoc(folder, pom, "-Xdoclint:all,-missing", "-package");
  return isComplete ? javadoc(folder, pom, "-Xdoclint:all") + all : all;
}

function javadoc(folder: string, pom: string | undefined, ...more: readonly string[]): string {
  const options = ["--release", "17", "-encoding", "UTF-8", "-Xmaxwarns", "20", "-quiet", ...more];
  const parameters = [...options, "-cp", libraries(pom), "-d", join(folder, "docs"), `@${join(folder, "generated")}`];
  const { stdout, stderr } = spawnSync("javadoc", parameters, { encoding: "utf8" });
  return stdout + stderr;
}

/** Runs a class that was compiled in a folder. If it fails, throws its output. */
export function run(
  folder: string,
  className: string,
  parameters: readonly string[] = [],
  input = "",
  pom?: string,
): string {
  const classPath = [join(folder, "classes"), libraries(pom)].join(delimiter);
  const options = { input, encoding: "utf8", maxBuffer: 2 ** 28 } as const;
  const { status, stdout, stderr } = spawnSync("java", ["-cp", classPath, className, ...parameters], options);
  if (status !== 0) throw new Error(stderr.slice(0, 4000));
  return stdout;
}

export const driver = join(projectRoot, "test/run/java/Driver.java");

/** Converts a test program from Jackson 2 to Jackson 3: a file in a folder. */
export function forJackson3(folder: string, source: string): string {
  const text = readFileSync(source, "utf8");
  const path = join(folder, basename(source));
  writeFileSync(
    path,
    jackson3Words.reduce((translated, [old, now]) => translated.replaceAll(old, now), text),
  );
  return path;
}

const jackson3Words: readonly (readonly [string, string])[] = [
  ["com.fasterxml.jackson.core.JsonFactory", "tools.jackson.core.json.JsonFactory"],
  ["com.fasterxml.jackson.core.JsonProcessingException", "tools.jackson.core.JacksonException"],
  ["com.fasterxml.jackson.databind.JsonMappingException", "tools.jackson.databind.DatabindException"],
  ["com.fasterxml.jackson.core", "tools.jackson.core"],
  ["com.fasterxml.jackson.databind", "tools.jackson.databind"],
  ["JsonProcessingException", "JacksonException"],
  ["JsonMappingException", "DatabindException"],
  [".asText()", ".asString()"],
];

/** The class of each model. */
export function classesOf(files: readonly GeneratedFile[]): ReadonlyMap<string, string> {
  return new Map(files.flatMap(({ page, path }) => (page.model === undefined ? [] : [[page.model, classOf(path)]])));
}

/**
 * Sends the requests to the driver, which was compiled with the files, in a separate Java process.
 *
 * @param classes the classes, by their names in the requests
 * @param pom the dependencies of the models
 */
export function ask(
  folder: string,
  classes: ReadonlyMap<string, string>,
  requests: readonly (Request | BuildRequest)[],
  pom?: string,
): readonly Response[] {
  return answers(folder, classes, requests, [], pom);
}

/** The same for several mappers, each a method of `Mappers`, in order. */
export function askMappers(
  folder: string,
  classes: ReadonlyMap<string, string>,
  requests: readonly (Request | BuildRequest)[],
  methods: readonly string[],
  pom: string,
): readonly (readonly Response[])[] {
  const all = answers(folder, classes, requests, methods, pom);
  return methods.map((_, index) => all.slice(index * requests.length, (index + 1) * requests.length));
}

function answers(
  folder: string,
  classes: ReadonlyMap<string, string>,
  requests: readonly (Request | BuildRequest)[],
  methods: readonly string[],
  pom: string | undefined,
): readonly Response[] {
  const models = join(folder, "models.json");
  writeFileSync(models, JSON.stringify(Object.fromEntries(classes)));
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join("");
  return run(folder, "Driver", [models, ...methods], input, pom)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Response);
}

function classOf(path: string): string {
  return path
    .replace(/^src\/main\/java\//, "")
    .replace(/\.java$/, "")
    .replaceAll("/", ".");
}
