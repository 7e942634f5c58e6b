/**
 * A real user project: the files of a folder of `test/projects/`, the packages pinned by its lock file, and the packed
 * modelwright, isolated from everything else.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject, onTestFinished } from "vitest";
import { projectRoot } from "../generated.js";

/**
 * Whether a command that a project needs is installed; for `it.runIf`.
 *
 * @throws Error if it is not, where `CI` is set
 */
export function isInstalled(command: string): boolean {
  const { PATH = "" } = process.env;
  const found = PATH.split(delimiter).some((folder) => existsSync(join(folder, command)));
  if (!found && process.env["CI"]) throw new Error(`${command} is not installed`);
  return found;
}

/**
 * Installed packages, kept between runs, so that only the first run needs a network. Not below node_modules: Jest, Deno
 * and Node.js do not treat TypeScript in there as project code.
 */
const cache = join(projectRoot, ".cache/projects");

/** Files that npm writes, and the test itself. */
const notOfTheProject = new Set(["node_modules", "project.test.ts", "project.json"]);

/** The folder of the projects. */
const home = dirname(fileURLToPath(import.meta.url));

export class Project {
  /** The folder of the project's files. */
  readonly folder: string;

  /** Copies the project next to the test, and installs its packages. */
  constructor(testUrl: string) {
    const source = dirname(fileURLToPath(testUrl));
    const lock = join(source, "package-lock.json");
    const key = existsSync(lock) ? createHash("sha256").update(readFileSync(lock)).digest("hex").slice(0, 12) : "files";
    this.folder = join(cache, `${basename(source)}-${key}`);
    mkdirSync(this.folder, { recursive: true });
    for (const name of readdirSync(this.folder)) {
      if (name !== "node_modules") rmSync(join(this.folder, name), { recursive: true, force: true });
    }
    cpSync(source, this.folder, { recursive: true, filter: (path) => !notOfTheProject.has(basename(path)) });
    if (!existsSync(join(this.folder, "package.json"))) return;
    const options = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
    if (!existsSync(join(this.folder, "node_modules/.package-lock.json"))) this.run("npm", "ci", ...options);
    this.run("npm", "install", "--no-save", ...options, inject("tarball"));
  }

  /** Adds files and folders of another project, which this project uses unchanged. */
  take(project: string, paths: readonly string[]): void {
    for (const path of paths) cpSync(join(home, project, path), join(this.folder, path), { recursive: true });
  }

  /**
   * Runs a command in the project's folder.
   *
   * @returns its stdout
   * @throws Error with its output, unless it exits with code 0
   */
  run(command: string, ...args: readonly string[]): string {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd: this.folder,
      encoding: "utf8",
      env: this.#environment(),
      maxBuffer: 2 ** 28,
    });
    if (status === 0) return stdout;
    throw new Error(`${[command, ...args].join(" ")} exited with ${String(error ?? status)}:\n${stdout}${stderr}`);
  }

  /**
   * Starts a server in the project's folder. It is stopped after the test.
   *
   * @param ready what it prints once it accepts requests
   * @returns the match of `ready`
   * @throws Error with its output, if it exits before it is ready
   */
  async start(ready: RegExp, command: string, ...args: readonly string[]): Promise<RegExpExecArray> {
    const server = spawn(command, args, { cwd: this.folder, env: this.#environment(), detached: true });
    onTestFinished(() => stop(server));
    let printed = "";
    return new Promise((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        printed += chunk.toString();
        const match = ready.exec(printed);
        if (match !== null) resolve(match);
      };
      server.stdout.on("data", read);
      server.stderr.on("data", read);
      server.on("error", reject);
      server.on("exit", (code) => reject(new Error(`${command} exited with ${String(code)}:\n${printed}`)));
    });
  }

  #environment(): NodeJS.ProcessEnv {
    const { PATH = "", HOME } = process.env;
    const commands = [join(this.folder, "node_modules/.bin"), inject("commands"), PATH];
    return { PATH: commands.join(delimiter), HOME, CI: "true", NO_COLOR: "1", NO_UPDATE_NOTIFIER: "1" };
  }
}

/** Stops a server and its child processes. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.pid === undefined) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  process.kill(-server.pid, "SIGTERM");
  await ended;
}
