/** The JDK and the libraries that the generated Java needs. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "../../generated.js";

/** The installed versions: `javac 17.0.15, Apache Maven 3.8.7`; or why Java cannot run. */
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
  // Maven prints in bold even without a terminal.
  return `${stdout}${stderr}`
    .replace(/\u001b\[[0-9;]*m/g, "")
    .split("\n", 1)[0]
    ?.trim();
}

const home = join(projectRoot, "test/run/java");

/**
 * The class path of the dependencies of a Maven project. Maven downloads them on first use.
 *
 * @param pom a file of this folder, with the dependencies of the generated classes, or more
 */
export function libraries(pom = "pom.xml"): string {
  const hash = createHash("sha256");
  for (const each of new Set(["pom.xml", pom])) hash.update(readFileSync(join(home, each)));
  const folder = join(projectRoot, "node_modules/.cache/modelwright-java", hash.digest("hex").slice(0, 12));
  if (!existsSync(folder)) fetchInto(folder, join(home, pom));
  return join(folder, "*");
}

/** Atomic, even if several tests start at the same time. */
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
