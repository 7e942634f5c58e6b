/** Pull requests in real repositories, and the action that runs on them with a fake `gh`. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { command, projectRoot } from "../cli/command.js";
import { git } from "../cli/repository.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";
import { type Action, type JobResult, runAction } from "./action-runner.js";

export const action = parse(readFileSync(join(projectRoot, "action.yml"), "utf8")) as Action;

export const config =
  "spec: spec\ntargets:\n  ruby: { language: ruby, output: generated, module: Acme, templates: templates }\n";
export const spec = "models:\n  Pet:\n    fields:\n      name: { type: string, required: true }\n      age: integer\n";
export const changed = spec.replace("age: integer", "age: number");
export const template = "# {{title}}\n";

export interface PullRequest {
  /** The folder of the repository, in which each of its branches can be made. */
  readonly origin: string;
  /** The merge commit of the pull request. */
  readonly merge: string;
}

/** @param isGenerated whether the generated files belong to the specs of the pull request */
export function makePullRequest(edit: (folder: string) => void, isGenerated = true, branch = "change"): PullRequest {
  const origin = temporaryFolder();
  const generate = (): void => void execFileSync(process.execPath, [command, "generate"], { cwd: origin });
  const commit = (): void => void (git(origin, "add", "--all"), git(origin, "commit", "--quiet", "--message=state"));
  writeTree(origin, { "modelwright.yaml": config, "spec/pet.yaml": spec, "templates/docs/model.hbs": template });
  generate();
  git(origin, "init", "--quiet", "--initial-branch=main");
  git(origin, "config", "uploadpack.allowAnySHA1InWant", "true");
  commit();
  git(origin, "switch", "--quiet", "--create", branch);
  edit(origin);
  commit();
  git(origin, "switch", "--quiet", "main");
  writeTree(origin, { "spec/other.yaml": "models: { Other: { fields: {} } }\n" });
  generate();
  commit();
  git(origin, "switch", "--quiet", "--detach", "main");
  git(origin, "merge", "--quiet", "--no-ff", "--no-commit", branch);
  if (isGenerated) generate();
  commit();
  const merge = git(origin, "rev-parse", "HEAD").trim();
  git(origin, "update-ref", "refs/pull/7/merge", merge);
  git(origin, "switch", "--quiet", "main");
  return { origin, merge };
}

export interface Run extends JobResult {
  readonly workspace: string;
  /** The arguments of each call of gh, and the body that it got. */
  readonly calls: readonly { readonly args: readonly string[]; readonly body?: string }[];
}

export interface Surroundings {
  readonly event: "pull_request" | "pull_request_target" | "push";
  readonly inputs?: Readonly<Record<string, string>>;
  /** The comments that gh finds; undefined if it may not read any. */
  readonly comments?: readonly object[] | undefined;
  readonly branch?: string;
  /** The login of the user or app that the token belongs to; by default that of the job's own token. */
  readonly viewer?: string;
}

export function run(
  { origin, merge }: PullRequest,
  { event, inputs, branch = "change", viewer = "github-actions[bot]", ...rest }: Surroundings,
): Run {
  const folder = temporaryFolder();
  const [workspace, bin, calls] = ["workspace", "bin", "calls"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const sha = event === "pull_request" ? merge : git(origin, "rev-parse", "main").trim();
  for (const each of [workspace, bin, calls]) mkdirSync(each);
  git(workspace, "init", "--quiet");
  git(workspace, "remote", "add", "origin", `file://${origin}`);
  git(workspace, "fetch", "--quiet", "--depth=1", "origin", sha);
  git(workspace, "checkout", "--quiet", "--detach", "FETCH_HEAD");
  writeFileSync(join(bin, "npx"), `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${command}" "$@"\n`, {
    mode: 0o755,
  });
  const comments = "comments" in rest ? rest.comments : [];
  writeFileSync(join(folder, "comments.json"), JSON.stringify(comments ?? null));
  writeFileSync(join(bin, "gh"), `#!${process.execPath}\n${fakeGh}`, { mode: 0o755 });
  const number = 7;
  const pull = { number, title: "$(touch pwned)", head: { ref: branch, sha: merge }, base: { ref: "main" } };
  const result = runAction(action, {
    ...{ workspace, scratch: join(folder, "scratch") },
    github: {
      event_name: event,
      sha,
      repository: "acme/models",
      token: "secret",
      head_ref: branch,
      event: { pull_request: pull },
    },
    ...(inputs && { inputs }),
    env: {
      ...{ PATH: `${bin}:${process.env["PATH"]}`, HOME: folder, CALLS: calls, COMMENTS: join(folder, "comments.json") },
      ...{ VIEWER: viewer, TOKEN: inputs?.["token"] ?? "secret" },
    },
  });
  const made = [...readTree(calls)].map(([, call]) => JSON.parse(call) as Run["calls"][number]);
  return { ...result, workspace, calls: made };
}

/** Takes part in `gh api`: `--jq` is applied as the action writes it, once for each comment. */
const fakeGh = `
const { readFileSync, readdirSync, writeFileSync } = require("node:fs");
const args = process.argv.slice(2);
const field = args[args.indexOf("--field") + 1];
const body = args.includes("--field") ? readFileSync(field.slice("body=@".length), "utf8") : undefined;
const at = String(readdirSync(process.env.CALLS).length).padStart(3, "0");
writeFileSync(process.env.CALLS + "/" + at, JSON.stringify({ args, body }));
const comments = JSON.parse(readFileSync(process.env.COMMENTS, "utf8"));
if (process.env.GH_TOKEN !== process.env.TOKEN || comments === null) process.exit(1);
const filter = args.includes("--jq") ? args[args.indexOf("--jq") + 1] : undefined;
if (filter === ".data.viewer.login") {
  if (!args.includes("query={ viewer { login } }") || !args.includes("--raw-field")) process.exit(2);
  console.log(process.env.VIEWER);
} else if (filter !== undefined) {
  const expected = '.[] | select(.user.login == env.me and (.body | startswith(env.mark))) | .id';
  if (filter !== expected) process.exit(2);
  for (const { user, body, id } of comments)
    if (user.login === process.env.me && body.startsWith(process.env.mark)) console.log(id);
}
`;
