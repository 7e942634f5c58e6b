/** Reads commits of a git repository. The working tree, the index and the refs are never touched. */
import { execFileSync } from "node:child_process";
import { basename, dirname, resolve } from "node:path";
import { codeOf } from "./disk-error.js";

/** Git cannot find what the user asked for. */
export class GitError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
    this.name = "GitError";
  }
}

/** A commit, seen from a folder in its repository. */
export interface Commit {
  readonly id: string;
  /** As the user named it, or the branch whose merge base it is. */
  readonly name: string;
  /** The path of the folder in the repository, with a slash at the end unless it is empty. */
  readonly prefix: string;
  /** The files below a folder or at a path of the repository; all of them for "". */
  list(path: string): readonly CommittedFile[];
  read(files: readonly CommittedFile[]): ReadonlyMap<string, Buffer>;
}

export interface CommittedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly object: string;
  readonly isLink: boolean;
}

/** @throws GitError if there is no such commit, no repository or no git */
export function commitOf(folder: string, ref: string): Commit {
  const id = attempt(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (id !== undefined) return commitAt(folder, id.trim(), ref);
  assertRepository(folder);
  throw new GitError(
    `"${ref}" is neither a folder nor a commit`,
    hintIn(folder, "name a folder, a branch, a tag or a commit"),
  );
}

/** The last commit that the current one and the default branch have in common. @throws GitError */
export function mergeBase(folder: string): Commit {
  assertRepository(folder);
  const branch = ["origin/HEAD", "main", "master"].find(
    (name) => attempt(folder, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]) !== undefined,
  );
  if (branch === undefined) {
    throw new GitError(
      "there is no default branch: none of origin/HEAD, main and master exists",
      hintIn(folder, nameBase),
    );
  }
  const id = attempt(folder, ["merge-base", "HEAD", branch]);
  if (id === undefined) {
    throw new GitError(`the current commit and "${branch}" have no commit in common`, hintIn(folder, nameBase));
  }
  return commitAt(folder, id.trim(), `the merge base with ${branch}`);
}

/** The root of the working tree that contains a folder; undefined outside of one, or without git. */
export function repositoryRoot(folder: string): string | undefined {
  try {
    return resolve(folder, run(folder, ["rev-parse", "--show-cdup"]).replace(/\n$/, ""));
  } catch {
    return undefined;
  }
}

/** The two versions of a file that git merges with conflicts. None without git, or if the file has no conflict in the index. */
export function unmergedVersions(path: string): readonly string[] {
  try {
    return [2, 3].map((stage) => run(dirname(path), ["cat-file", "blob", `:${stage}:./${basename(path)}`]));
  } catch {
    return [];
  }
}

const nameBase = "name the base: modelwright diff BASE";

/** A shallow clone, as CI systems make it, has not all commits. */
function hintIn(folder: string, hint: string): string {
  const isShallow = attempt(folder, ["rev-parse", "--is-shallow-repository"])?.trim() === "true";
  return isShallow ? "this clone is shallow: fetch the base first, or all commits with git fetch --unshallow" : hint;
}

function assertRepository(folder: string): void {
  if (attempt(folder, ["rev-parse", "--git-dir"]) !== undefined) return;
  throw new GitError("the project is not in a git repository", "name a folder with another state of the project");
}

function commitAt(folder: string, id: string, name: string): Commit {
  const prefix = run(folder, ["rev-parse", "--show-prefix"]).replace(/\n$/, "");
  return {
    ...{ id, name, prefix },
    list(path) {
      const paths = path === "" ? [] : ["--", path];
      const lines = run(folder, ["ls-tree", "-r", "-z", "--full-tree", id, ...paths])
        .split("\0")
        .filter(Boolean);
      return lines.flatMap((line) => {
        const [, mode = "", type, object = "", found = ""] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
        return type === "blob" ? { path: found, object, isLink: mode === "120000" } : [];
      });
    },
    read: (files) => readAll(folder, files),
  };
}

function readAll(folder: string, files: readonly CommittedFile[]): ReadonlyMap<string, Buffer> {
  const contents = new Map<string, Buffer>();
  if (files.length === 0) return contents;
  const input = files.map(({ object }) => `${object}\n`).join("");
  const output = execFileSync("git", ["cat-file", "--batch"], { cwd: folder, input, ...quietly });
  let at = 0;
  for (const { path } of files) {
    const end = output.indexOf(10, at);
    const size = Number(output.toString("latin1", at, end).split(" ")[2]);
    contents.set(path, output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}

const quietly = {
  maxBuffer: 2 ** 31 - 1,
  stdio: ["pipe", "pipe", "ignore"],
  // Git must not refresh the index, ask for a password or fetch missing objects.
  env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
} as const satisfies Parameters<typeof execFileSync>[2];

function run(folder: string, args: readonly string[]): string {
  return execFileSync("git", args, { cwd: folder, ...quietly, stdio: ["ignore", "pipe", "ignore"] }).toString("utf8");
}

/** Undefined if git reports an error. @throws GitError if there is no git */
function attempt(folder: string, args: readonly string[]): string | undefined {
  try {
    return run(folder, args);
  } catch (error) {
    if (codeOf(error) === "ENOENT")
      throw new GitError("git was not found", "install git, or name a folder as the base");
    return undefined;
  }
}
