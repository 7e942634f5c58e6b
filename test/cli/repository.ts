import { execFileSync } from "node:child_process";

/** Runs git in a folder. */
export function git(folder: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" });
}

/** Commits everything. @returns the commit */
export function commit(folder: string): string {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message=state");
  return git(folder, "rev-parse", "HEAD").trim();
}
