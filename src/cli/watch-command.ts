import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, relative, resolve, sep } from "node:path";
import { namedPaths } from "../config/named-paths.js";
import { findConfig } from "../disk/find-config.js";
import { isWithin } from "../disk/list-files.js";
import { filesOfModule, resolveModule } from "../outside/modules.js";
import { readConfig } from "../run/project.js";
import { counted } from "../diagnostics/numbers.js";
import { printable } from "../diagnostics/printable.js";
import { type Change, type ChangeSignal, changeSignal } from "./change-signal.js";
import type { GenerateFlags } from "./flags.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { failureCode, reportFailure } from "./failure.js";
import { generateOnce } from "./generate-once.js";
import type { Interrupt } from "./interrupt.js";
import type { Terminal } from "./terminal.js";

/**
 * `modelwright generate --watch`: runs again after every change until interrupted. Errors in specs, config and templates do
 * not end it.
 */
export async function watchCommand(flags: GenerateFlags, terminal: Terminal): Promise<ExitCode> {
  const end = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => end.abort());
  const changes = changeSignal(end.signal);
  const watcher = inputWatcher(flags.config ?? findConfig(), changes.notify);
  try {
    while (!end.signal.aborted) {
      await watcher.update();
      await runOnce(flags, terminal, end.signal);
      terminal.out(terminal.outColors.dim("waiting for changes; press Ctrl-C to stop\n"));
      const changed = await changes.next();
      if (!end.signal.aborted) terminal.out(terminal.outColors.dim(changesText(changed, new Date())));
    }
  } finally {
    await watcher.close();
  }
  return exitCode.fine;
}

/** `14:03:09 spec/pet.yaml changed, spec/cat.yaml added`. */
function changesText(changes: ReadonlyMap<string, Change>, now: Date): string {
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, "0"));
  const files = [...changes].map(([path, change]) => `${relative(process.cwd(), path).replaceAll(sep, "/")} ${change}`);
  const shown = files.sort().slice(0, filesShown);
  if (files.length > filesShown) shown.push(`and ${counted(files.length - filesShown, "more file")}`);
  return `\n${time.join(":")} ${printable(shown.length === 0 ? "something changed" : shown.join(", "))}\n`;
}

const filesShown = 5;

async function runOnce(flags: GenerateFlags, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const { value: file } = readConfig(flags.config);
  if (file !== undefined && (namedPaths(file)?.modules.length ?? 0) > 0) return runInNewProcess();
  const interrupt: Interrupt = { signal, listen: () => undefined, finish: () => undefined };
  try {
    await generateOnce(flags, terminal, interrupt, performance.now());
  } catch (error) {
    if (failureCode(error) === exitCode.bug) throw error;
    reportFailure(error, terminal);
  }
}

/** A process loads a module only once, so a new process is needed if a module may have changed. */
async function runInNewProcess(): Promise<void> {
  const args = process.argv.slice(1).filter((each) => each !== "--watch");
  await once(spawn(process.execPath, [...process.execArgv, ...args], { stdio: "inherit" }), "close");
}

const changeOf: Readonly<Partial<Record<string, Change>>> = {
  add: "added",
  addDir: "added",
  change: "changed",
  unlink: "removed",
  unlinkDir: "removed",
};

interface InputWatcher {
  /** Watches the current inputs of the config. After it resolves, every change is noticed. */
  update(): Promise<void>;
  close(): Promise<void>;
}

function inputWatcher(config: string, notify: ChangeSignal["notify"]): InputWatcher {
  const root = dirname(resolve(config));
  const open = async (watched: readonly string[]): Promise<() => Promise<void>> => {
    const { watch } = await import("chokidar");
    const elsewhere = watched.filter((path) => !isWithin(root, path));
    const watcher = watch([root, ...elsewhere], { ignoreInitial: true, ignored: ignoring(watched) });
    watcher.on("all", (event, path) => {
      const change = changeOf[event];
      if (change !== undefined) notify(change, event.endsWith("Dir") ? undefined : path);
    });
    watcher.on("error", () => notify("changed"));
    await new Promise<void>((ready) => watcher.on("ready", ready));
    return () => watcher.close();
  };
  const state = { watched: [] as readonly string[], close: async (): Promise<void> => undefined };
  return {
    async update() {
      const known = state.watched.length > 0 ? state.watched : [resolve(config)];
      const watched = (await inputPaths(config)) ?? known;
      if (watched.join("\n") === state.watched.join("\n")) return;
      await state.close();
      Object.assign(state, { watched, close: await open(watched) });
    },
    close: () => state.close(),
  };
}

/** The config and the paths that it names; undefined if it cannot be read. */
async function inputPaths(config: string): Promise<readonly string[] | undefined> {
  const { value: file } = readConfig(config);
  const named = file && namedPaths(file);
  if (file === undefined || named === undefined) return undefined;
  const folders = named.folders.map((folder) => resolve(file.root, folder));
  const modules = await Promise.all(named.modules.map(({ name }) => modulePaths(name, file.root)));
  return [resolve(config), ...new Set([...folders, ...modules.flat()])];
}

/** The files of a module, and its folder, which contains its templates; for a missing module, its expected path. */
async function modulePaths(name: string, root: string): Promise<readonly string[]> {
  const module = await resolveModule(name, root);
  return "path" in module ? [...filesOfModule(module.path), dirname(module.path)] : [resolve(root, name)];
}

/** Specs, templates, and a target's replacements for shipped source files. */
const isInput = /\.(?:ya?ml|hbs)$|[\\/]runtime[\\/]/;

/**
 * Ignores everything except watched paths and their parent folders: only the parent shows that a path was removed or added
 * again.
 */
function ignoring(watched: readonly string[]): (path: string, stats?: { isFile(): boolean }) => boolean {
  return (path, stats) => {
    if (/[\\/](?:\.[^\\/]+|node_modules)$/.test(path)) return true;
    if (stats?.isFile() === true && !isInput.test(path) && !watched.includes(resolve(path))) return true;
    return !watched.some((each) => isWithin(each, resolve(path)) || isWithin(resolve(path), each));
  };
}
