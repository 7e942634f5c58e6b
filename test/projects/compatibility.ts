/** The table of the projects that the output is tested in, from the `project.json` of each. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What `project.json` states of a project. */
interface Description {
  /** What the project is built with: `Spring Boot 4`. */
  readonly environment: string;
  /** The language of the output that it uses. */
  readonly language: "TypeScript" | "Ruby" | "Java" | "Docs pages";
  /** Packages whose versions the table shows, as the project's lock file, pom or requirements name them. */
  readonly packages: readonly string[];
  /** What its test shows. */
  readonly shows: string;
}

const home = dirname(fileURLToPath(import.meta.url));
const languages = ["TypeScript", "Ruby", "Java", "Docs pages"];

/** `docs/compatibility.md`. */
export function compatibilityPage(): string {
  const folders = readdirSync(home).filter((name) => existsSync(join(home, name, "project.json")));
  const projects = folders.map((name) => ({ name, ...read(name) }));
  const sections = languages.flatMap((language) => {
    const rows = projects
      .filter((each) => each.language === language)
      .map(({ name, environment, packages, shows }) => {
        const versions = packages.map((each) => `${each} ${versionOf(name, each)}`).join(", ");
        return `| ${environment} | ${versions} | ${shows} |`;
      });
    if (rows.length === 0) return [];
    return [`## ${language}`, "", "| environment | versions | what is tested |", "| --- | --- | --- |", ...rows].join(
      "\n",
    );
  });
  return `${[
    "# Compatibility",
    [
      "The output is tested in real projects: each row is a project in `test/projects/` that installs the packed modelwright and the",
      "versions shown, generates, and runs its own tools. `npm run test:projects` runs all of them. Every row passes.",
    ].join("\n"),
    ...sections,
  ].join("\n\n")}\n`;
}

function read(name: string): Description {
  return JSON.parse(readFileSync(join(home, name, "project.json"), "utf8")) as Description;
}

/**
 * The version of a package that a project installs.
 *
 * @throws Error where the project pins none
 */
function versionOf(name: string, dependency: string): string {
  const text = (file: string): string => {
    const path = join(home, name, file);
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  };
  const escaped = dependency.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const lock = text("package-lock.json");
  const locked = lock === "" ? undefined : lockedVersion(lock, dependency);
  const version =
    locked ??
    new RegExp(`<artifactId>${escaped}</artifactId>\\s*<version>([^<$]+)</version>`).exec(text("pom.xml"))?.[1] ??
    new RegExp(`^${escaped}==(\\S+)`, "m").exec(text("requirements.txt"))?.[1] ??
    new RegExp(`^${escaped} (\\S+)`, "m").exec(text("debian.txt"))?.[1];
  if (version === undefined) throw new Error(`test/projects/${name} pins no version of ${dependency}`);
  return version;
}

function lockedVersion(lock: string, dependency: string): string | undefined {
  const { packages } = JSON.parse(lock) as { packages: Readonly<Record<string, { readonly version?: string }>> };
  return packages[`node_modules/${dependency}`]?.version;
}
