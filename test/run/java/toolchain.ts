/** The JDK and the libraries that the generated Java needs. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "../../generated.js";

/** What is there: `javac 17.0.15, Apache Maven 3.8.7`; or why Java cannot be run. */
export const toolchain: { readonly name: string; readonly isMissing: boolean } = find();

function find(): typeof toolchain {
  const javac = firstLine("javac", ["-version"]);
  const maven = firstLine("mvn", ["--version"]);
  const version = Number(/\d+/.exec(javac ?? "")?.[0] ?? 0);
  const isMissing = version < 17 || maven === undefined;
  const found = [javac, maven].filter((each) => each !== undefined).join(", ");
  if (isMissing && process.env["CI"]) throw new Error(`Java needs a JDK 17 and Maven, but found only: ${found}`);
  return {
    isMissing,
    name: isMissing ? `not run: needs a JDK 17 and Maven, found only: ${found || "nothing"}` : found,
  };
}

function firstLine(command: string, parameters: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, parameters, { encoding: "utf8" });
  if (status !== 0) return undefined;
  // Maven prints in bold even where nobody looks.
  return `${stdout}${stderr}`
    .replace(/\u001b\[[0-9;]*m/g, "")
    .split("\n", 1)[0]
    ?.trim();
}

const home = join(projectRoot, "test/run/java");

/**
 * The class path of the libraries that a Maven project names. Maven fetches them when they are first needed.
 *
 * @param pom a file of this folder: what the generated classes need, or more
 */
export function libraries(pom = "pom.xml"): string {
  const hash = createHash("sha256");
  for (const each of new Set(["pom.xml", pom])) hash.update(readFileSync(join(home, each)));
  const folder = join(projectRoot, "node_modules/.cache/modelwright-java", hash.digest("hex").slice(0, 12));
  if (!existsSync(folder)) fetchInto(folder, join(home, pom));
  return join(folder, "*");
}

/** Whole or not at all, even where several tests begin at once. */
function fetchInto(folder: string, pom: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = mkdtempSync(`${folder}-`);
  try {
    const goal = ["dependency:copy-dependencies", `-DoutputDirectory=${temporary}`];
    const { status, stdout } = spawnSync("mvn", ["-q", "-B", "-f", pom, ...goal], { encoding: "utf8" });
    if (status !== 0) throw new Error(`Maven could not fetch the libraries:\n${stdout}`);
    if (!existsSync(folder)) renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
