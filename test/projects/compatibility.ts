/** The table of the projects that test the output, from their `project.json` files. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The content of `project.json`. */
interface Description {
  /** The framework or tool of the project: `Spring Boot 4`. */
  readonly environment: string;
  /** The language of the generated output that it uses. */
  readonly language: "TypeScript" | "Ruby" | "Java" | "Docs pages";
  /** Packages whose versions the table shows, by their names in the project's lock file, pom or requirements. */
  readonly packages: readonly string[];
  /** What its test verifies. */
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
 * @throws Error if the project does not pin a version
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
