/** The command, run as people run it. */
import { type ChildProcess, spawn, spawnSync, type SpawnOptions } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

/** The built command; tests of what was built before the last change would tell nothing. */
export const command = join(projectRoot, "dist/cli/main.cjs");

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a folder, without anything of the surroundings that would change what it says. */
export function modelwright(folder: string, args: readonly string[], options: SpawnOptions = {}): Ended {
  requireBuild();
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    ...optionsFor(folder, options),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { status, signal, stdout, stderr };
}

export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has said so far on both streams. */
  said(): string;
  /** Waits until it has said something that it had not when this was called. */
  says(text: string): Promise<void>;
}

/** Starts the command in a folder. */
export function startModelwright(folder: string, args: readonly string[], options: SpawnOptions = {}): Running {
  requireBuild();
  const started = spawn(process.execPath, [command, ...args], optionsFor(folder, options));
  const heard = { stdout: "", stderr: "", both: "" };
  for (const name of ["stdout", "stderr"] as const) {
    started[name]?.setEncoding("utf8").on("data", (text: string) => {
      heard[name] += text;
      heard.both += text;
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    started.on("close", (status, signal) => resolve({ status, signal, stdout: heard.stdout, stderr: heard.stderr }));
  });
  return {
    process: started,
    ended,
    said: () => heard.both,
    async says(text) {
      const from = heard.both.length;
      await until(() => heard.both.includes(text, from));
    },
  };
}

/** Waits for something to become true; a minute is more than anything here takes. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error("this did not happen within a minute");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function optionsFor(folder: string, options: SpawnOptions): SpawnOptions {
  const { PATH, HOME, TMPDIR } = process.env;
  return { cwd: folder, ...options, env: { PATH, HOME, TMPDIR, ...options.env } };
}

function requireBuild(): void {
  const built = statSync(command, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = Math.max(...["src", "templates", "build"].map(newestIn));
  if (built < newest) throw new Error("dist/ is older than src/, templates/ or build/: run npm run build");
}

function newestIn(folder: string): number {
  const paths = readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" });
  return Math.max(...paths.map((path) => statSync(join(projectRoot, folder, path)).mtimeMs));
}
