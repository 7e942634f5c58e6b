import { dirname, resolve } from "node:path";
import { checkConfig } from "../config/check.js";
import { isWithin } from "../disk/list-files.js";
import { configName, readConfig } from "../run/project.js";
import { languages } from "../languages/index.js";
import { changeSignal } from "./change-signal.js";
import type { GenerateFlags } from "./flags.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { failureCode, reportFailure } from "./failure.js";
import { generateOnce } from "./generate-once.js";
import type { Interrupt } from "./interrupt.js";
import type { Terminal } from "./terminal.js";

/** `modelwright generate --watch`: runs again after every change until it is interrupted. Errors in specs, config and templates do not end it. */
export async function watchCommand(flags: GenerateFlags, terminal: Terminal): Promise<ExitCode> {
  const end = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end.abort());
  const changes = changeSignal(end.signal);
  const watcher = inputWatcher(flags.config ?? configName, changes.notify);
  try {
    while (!end.signal.aborted) {
      await watcher.update();
      await runOnce(flags, terminal, end.signal);
      terminal.out(terminal.outColors.dim("waiting for changes; press Ctrl-C to stop\n"));
      await changes.next();
    }
  } finally {
    await watcher.close();
  }
  return exitCode.fine;
}

async function runOnce(flags: GenerateFlags, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const interrupt: Interrupt = { signal, listen: () => undefined, finish: () => undefined };
  try {
    await generateOnce(flags, terminal, interrupt, performance.now());
  } catch (error) {
    if (failureCode(error) === exitCode.bug) throw error;
    reportFailure(error, terminal);
  }
}

interface InputWatcher {
  /** Watches what the config names now. Once it resolves, no change goes unnoticed. */
  update(): Promise<void>;
  close(): Promise<void>;
}

function inputWatcher(config: string, notify: () => void): InputWatcher {
  const root = dirname(resolve(config));
  const open = async (watched: readonly string[]): Promise<() => Promise<void>> => {
    const { watch } = await import("chokidar");
    const elsewhere = watched.filter((path) => !isWithin(root, path));
    const watcher = watch([root, ...elsewhere], { ignoreInitial: true, ignored: ignoring(watched) });
    watcher.on("all", notify).on("error", notify);
    await new Promise<void>((ready) => watcher.on("ready", ready));
    return () => watcher.close();
  };
  const state = { watched: [] as readonly string[], close: async (): Promise<void> => undefined };
  return {
    async update() {
      const known = state.watched.length > 0 ? state.watched : [resolve(config)];
      const watched = inputPaths(config) ?? known;
      if (watched.join("\n") === state.watched.join("\n")) return;
      await state.close();
      Object.assign(state, { watched, close: await open(watched) });
    },
    close: () => state.close(),
  };
}

/** The config with the folders it names; undefined while it cannot be understood. */
function inputPaths(config: string): readonly string[] | undefined {
  const { value: file } = readConfig(config);
  const checked = file && checkConfig(file, languages).value;
  if (file === undefined || checked === undefined) return undefined;
  const folders = [checked.spec, ...checked.targets.flatMap(({ templates }) => templates ?? [])];
  return [resolve(config), ...new Set(folders.map((folder) => resolve(file.root, folder)))];
}

/** All but what is watched and the way there: what is removed and comes back can only be seen from its folder. */
function ignoring(watched: readonly string[]): (path: string, stats?: { isFile(): boolean }) => boolean {
  return (path, stats) => {
    if (/[\\/](?:\.[^\\/]+|node_modules)$/.test(path)) return true;
    if (stats?.isFile() === true && !/\.(?:ya?ml|hbs)$/.test(path)) return true;
    return !watched.some((each) => isWithin(each, resolve(path)) || isWithin(resolve(path), each));
  };
}
