/** Another state of a project: in a folder, or in a commit. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { join as joinPosix } from "node:path/posix";
import { checkConfig } from "../config/check.js";
import type { Checked } from "../diagnostics/diagnostic.js";
import { tryDisk } from "../disk/disk-error.js";
import { withLineFeeds } from "../disk/hash.js";
import { type Commit, type CommittedFile, commitOf, GitError, mergeBase } from "../disk/git.js";
import { placesIn } from "../disk/real-path.js";
import { isFile, isFolder } from "../disk/stats.js";
import { languages } from "../languages/index.js";
import type { LoadedLanguages } from "../outside/load-languages.js";
import { loadProject, type Project } from "../run/load-project.js";
import { type ConfigFile, readConfig, specFile } from "../run/project.js";
import type { ReadFile } from "./diff-output.js";

export interface BaseProject extends Checked<Project> {
  /** What the user sees as its name: `main`, `../before`. */
  readonly name: string;
  readonly file: ConfigFile | undefined;
  /** The folder that paths in it are shown in: for a commit, that of the current project. */
  readonly shownRoot: string;
  /** Reads a generated file. */
  readonly read: ReadFile;
}

/**
 * Reads the state of a project in a folder or commit; without one, in the merge base with the default branch.
 *
 * @param file the config of the current state
 * @param outside the languages of the current state, which judge both
 * @throws GitError, DiskError
 */
export function readBase(file: ConfigFile, base: string | undefined, outside: LoadedLanguages): BaseProject {
  if (base !== undefined && isFolder(base)) {
    const root = resolve(base);
    return { ...load(join(base, basename(file.path)), outside), name: base, shownRoot: root, read: readIn(root) };
  }
  const commit = base === undefined ? mergeBase(file.root) : commitOf(file.root, base);
  const folder = tryDisk("create a folder in", tmpdir(), () => mkdtempSync(join(tmpdir(), "modelwright-")));
  try {
    return {
      ...loadCommitted(file, commit, folder, outside),
      name: commit.name,
      shownRoot: file.root,
      read: readOf(commit),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readIn(root: string): ReadFile {
  return (path) => (isFile(join(root, path)) ? withLineFeeds(readFileSync(join(root, path), "utf8")) : undefined);
}

function readOf(commit: Commit): ReadFile {
  return (name) => {
    const path = joinPosix(commit.prefix, name);
    const files = path.startsWith("..") ? [] : commit.list(path).filter((each) => each.path === path);
    const content = commit.read(files).get(path);
    return content && withLineFeeds(content.toString("utf8"));
  };
}

type Loaded = Omit<BaseProject, "name" | "shownRoot" | "read">;

function load(config: string, outside: LoadedLanguages): Loaded {
  const { value: file, diagnostics } = readConfig(config);
  if (file === undefined) return { value: undefined, diagnostics, file };
  const loaded = loadProject(file, [], undefined, outside);
  return { value: loaded.value, diagnostics: [...diagnostics, ...loaded.diagnostics], file };
}

/** Writes what the project reads to a folder of its own, and loads it from there. */
function loadCommitted(file: ConfigFile, commit: Commit, folder: string, outside: LoadedLanguages): Loaded {
  const path = `${commit.prefix}${file.path}`;
  const found = commit.list(path).find((each) => each.path === path);
  if (found === undefined) throw new GitError(`there is no ${file.path} in ${commit.name}`);
  const write = (files: readonly CommittedFile[]): void => {
    for (const [name, content] of contents(files, commit)) {
      const at = join(folder, name);
      tryDisk("write", at, () => {
        mkdirSync(dirname(at), { recursive: true });
        writeFileSync(at, content);
      });
    }
  };
  write([found]);
  const config = join(folder, path);
  const { value: written } = readConfig(config);
  const known = [...languages, ...outside.languages];
  const checked = written && checkConfig(written, known, placesIn(written.root)).value;
  if (checked !== undefined) {
    const inside = (name: string): readonly CommittedFile[] => commit.list(inRepository(name, commit));
    write(inside(checked.spec).filter((each) => specFile.test(each.path)));
    for (const { templates } of checked.targets) if (templates !== undefined) write(inside(templates));
  }
  return load(config, outside);
}

/** The path in the repository of a path in the config. */
function inRepository(path: string, { prefix, name }: Commit): string {
  const joined = joinPosix(prefix, path).replace(/\/$/, "");
  if (joined.startsWith("..") || path.startsWith("/"))
    throw new GitError(`"${path}" in ${name} is outside the repository`);
  return joined === "." ? "" : joined;
}

/** The contents of files, where a link has that of the file that it leads to. */
function contents(files: readonly CommittedFile[], commit: Commit): ReadonlyMap<string, Buffer> {
  const read = new Map(commit.read(files));
  for (const { path } of files.filter(({ isLink }) => isLink)) {
    const content = follow(path, read.get(path) ?? Buffer.alloc(0), commit, longestChain);
    if (content === undefined)
      throw new GitError(`the link "${path}" in ${commit.name} leads to no file of the repository`);
    read.set(path, content);
  }
  return read;
}

function follow(path: string, link: Buffer, commit: Commit, left: number): Buffer | undefined {
  const target = joinPosix(dirname(path), link.toString("utf8"));
  const found = commit.list(target).find((each) => each.path === target);
  const content = found && commit.read([found]).get(target);
  if (found === undefined || content === undefined || left === 0) return undefined;
  return found.isLink ? follow(target, content, commit, left - 1) : content;
}

/** The most links to follow. */
const longestChain = 10;
