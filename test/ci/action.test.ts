/** action.yml: its form, and its steps in a shell, with pull requests that try to do harm. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { command, projectRoot } from "../cli/command.js";
import { actingCommands } from "../cli/workflow-runner.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";
import { type Action, type JobResult, runAction } from "./action-runner.js";

const action = parse(readFileSync(join(projectRoot, "action.yml"), "utf8")) as Action;

/** After https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax. */
const text = { type: "string", minLength: 1 };
const metadata = {
  type: "object",
  required: ["name", "description", "inputs", "outputs", "runs"],
  additionalProperties: false,
  properties: {
    ...{ name: text, author: text, description: { ...text, maxLength: 125 } },
    branding: { type: "object", properties: { icon: text, color: { enum: ["blue"] } }, additionalProperties: false },
    inputs: {
      type: "object",
      propertyNames: { pattern: "^[a-z-]+$" },
      additionalProperties: {
        type: "object",
        required: ["description", "default"],
        properties: { description: text, default: text },
        additionalProperties: false,
      },
    },
    outputs: {
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["description", "value"],
        properties: { description: text, value: text },
        additionalProperties: false,
      },
    },
    runs: {
      type: "object",
      required: ["using", "steps"],
      additionalProperties: false,
      properties: {
        using: { const: "composite" },
        steps: {
          type: "array",
          items: {
            type: "object",
            required: ["name", "shell", "run"],
            properties: {
              ...{ name: text, id: text, if: text, run: text, shell: { const: "bash" }, "working-directory": text },
              env: { type: "object", propertyNames: { pattern: "^[A-Z_]+$" }, additionalProperties: text },
            },
            additionalProperties: false,
          },
        },
      },
    },
  },
};

describe("action.yml", () => {
  it("has the form of a composite action", () => {
    const validate = new Ajv({ strict: true }).compile(metadata);
    expect(validate(action), JSON.stringify(validate.errors)).toBe(true);
  });

  it("has no expression in a script: what a pull request names could end a command", () => {
    for (const { name, run } of action.runs.steps) expect(run, name).not.toContain("${{");
  });

  it("has all its inputs in docs/ci.md, with their defaults", () => {
    const page = readFileSync(join(projectRoot, "docs/ci.md"), "utf8");
    const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (?:`(.*?)`)? +\|/gm)].map(([, name, value]) => [name, value]);
    const defaults = Object.entries(action.inputs).map(([name, each]) => {
      return [name, each.default?.startsWith("${{") === true ? undefined : each.default];
    });
    expect(rows).toEqual(defaults);
  });
});

const config =
  "spec: spec\ntargets:\n  ruby: { language: ruby, output: generated, module: Acme, templates: templates }\n";
const spec = "models:\n  Pet:\n    fields:\n      name: { type: string, required: true }\n      age: integer\n";
const changed = spec.replace("age: integer", "age: number");
const template = "# {{title}}\n";

function git(folder: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...identity, ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

interface PullRequest {
  /** The folder of the repository, in which each of its branches can be made. */
  readonly origin: string;
  /** The merge commit of the pull request. */
  readonly merge: string;
}

/** @param isGenerated whether the generated files belong to the specs of the pull request */
function makePullRequest(edit: (folder: string) => void, isGenerated = true, branch = "change"): PullRequest {
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

interface Run extends JobResult {
  readonly workspace: string;
  /** The arguments of each call of gh, and the body that it got. */
  readonly calls: readonly { readonly args: readonly string[]; readonly body?: string }[];
}

interface Surroundings {
  readonly event: "pull_request" | "pull_request_target" | "push";
  readonly inputs?: Readonly<Record<string, string>>;
  /** The comments that gh finds; undefined if it may not read any. */
  readonly comments?: readonly object[] | undefined;
  readonly branch?: string;
}

function run({ origin, merge }: PullRequest, { event, inputs, branch = "change", ...rest }: Surroundings): Run {
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
    env: { PATH: `${bin}:${process.env["PATH"]}`, HOME: folder, CALLS: calls, COMMENTS: join(folder, "comments.json") },
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
if (process.env.GH_TOKEN !== "secret" || comments === null) process.exit(1);
if (args.includes("--jq")) {
  const expected = '.[] | select(.user.type == "Bot" and (.body | startswith(env.mark))) | .id';
  if (args[args.indexOf("--jq") + 1] !== expected) process.exit(2);
  for (const { user, body, id } of comments)
    if (user.type === "Bot" && body.startsWith(process.env.mark)) console.log(id);
}
`;

const addNumber = (folder: string): void => {
  writeTree(folder, { "spec/pet.yaml": changed });
};

describe("on pull_request", () => {
  it("reports what the pull request changes, and not what the base changed since", () => {
    const result = run(makePullRequest(addNumber), { event: "pull_request" });
    expect(result.status, result.log).toBe(0);
    expect(result.outputs).toMatchObject({ verdict: "breaking" });
    expect(result.summary).toMatch(/^## 1 change since [0-9a-f]{40}: breaking\n/);
    expect(result.summary).toContain("`Pet.age`");
    expect(result.calls.map(({ args }) => args.filter((each) => /^[A-Z]+$|^repos/.test(each)))).toEqual([
      ["repos/acme/models/issues/7/comments?per_page=100"],
      ["POST", "repos/acme/models/issues/7/comments"],
    ]);
    expect(result.calls[1]?.body).toMatch(/^<!-- modelwright [0-9a-f]{40} -->\n## 1 change/);
  });

  it("updates its own comment, and no other one", () => {
    const pull = makePullRequest(addNumber);
    const body = run(pull, { event: "pull_request" }).calls[1]?.body ?? "";
    const comments = [
      { id: 1, user: { type: "User" }, body },
      { id: 2, user: { type: "Bot" }, body: "other" },
      { id: 3, user: { type: "Bot" }, body },
    ];
    const { calls } = run(pull, { event: "pull_request", comments });
    expect(calls[1]?.args).toContain("repos/acme/models/issues/comments/3");
    expect(calls).toHaveLength(2);
  });

  it("makes no comment without changes, but updates the one that is there", () => {
    const pull = makePullRequest((folder) => writeTree(folder, { "note.md": "text" }));
    const none = run(pull, { event: "pull_request" });
    expect([none.status, none.calls.length]).toEqual([0, 1]);
    const body = run(makePullRequest(addNumber), { event: "pull_request" }).calls[1]?.body ?? "";
    const { calls } = run(pull, { event: "pull_request", comments: [{ id: 3, user: { type: "Bot" }, body }] });
    expect(calls[1]?.body).toContain("## No changes since");
  });

  it("goes on if the token may not comment, as in a fork", () => {
    const result = run(makePullRequest(addNumber), { event: "pull_request", comments: undefined });
    expect(result.status).toBe(0);
    expect(actingCommands(result.log)).toEqual([
      expect.stringMatching(/^::error file=spec\/pet\.yaml,line=5,/),
      expect.stringMatching(/^::notice::the comments/),
    ]);
    expect(result.summary).toContain("breaking");
  });

  it("fails for files that are out of date, after it has reported", () => {
    const pull = makePullRequest(addNumber, false);
    const result = run(pull, { event: "pull_request" });
    expect(result.status).toBe(1);
    expect(result.calls).toHaveLength(2);
    expect(actingCommands(result.log)).toContainEqual(expect.stringContaining("title=modelwright%3A stale-file"));
    expect(actingCommands(result.log).at(-1)).toMatch(/^::error::generated files are out of date/);
    expect(run(pull, { event: "pull_request", inputs: { check: "false" } }).status).toBe(0);
  });

  it("fails as fail-on says", () => {
    const pull = makePullRequest(addNumber);
    const failed = run(pull, { event: "pull_request", inputs: { "fail-on": "breaking" } });
    expect([failed.status, actingCommands(failed.log).at(-1)]).toEqual([1, "::error::the verdict is breaking"]);
    const wrong = run(pull, { event: "pull_request", inputs: { "fail-on": "$(touch pwned)" } });
    expect([wrong.status, existsSync(join(wrong.workspace, "pwned"))]).toEqual([2, false]);
  });

  it("fails for a spec with an error", () => {
    const pull = makePullRequest((folder) => writeTree(folder, { "spec/pet.yaml": "models: { Pet: 1 }\n" }), false);
    const result = run(pull, { event: "pull_request", inputs: { check: "false" } });
    expect([result.status, result.calls.length]).toEqual([3, 0]);
  });

  it("does nothing on other events", () => {
    expect(run(makePullRequest(addNumber), { event: "push" }).status).toBe(1);
  });
});

const branch = "a$(touch${IFS}pwned)`touch${IFS}pwned`;touch${IFS}pwned\"'&&b";

describe("a pull request that tries to do harm", () => {
  const names = [
    "$(touch pwned).yaml",
    "`touch pwned`.yaml",
    "-rf.yaml",
    "a b';touch pwned;'.yaml",
    "x\n::error::y.yaml",
  ];
  const attack = (folder: string): void => {
    addNumber(folder);
    const files = names.map((name, index) => [`spec/${name}`, `models: { M${index}: { fields: { a: string } } }\n`]);
    const pwn = `import { writeFileSync } from "node:fs"; writeFileSync(${JSON.stringify(join(folder, "pwned"))}, "");\n`;
    writeTree(folder, {
      ...Object.fromEntries(files),
      "spec/html.yaml":
        'models: { H: { description: "| <img src=x> @all ::error::z\\n\\n# h", fields: { "::set-output::": string } } }\n',
      "modelwright.yaml": `languages: { evil: ./evil.mjs }\n${config}`,
      "evil.mjs": pwn,
      "templates/docs/model.hbs": "{{constructor.constructor}}\n",
      "package.json": '{ "scripts": { "prepare": "touch pwned" } }\n',
    });
    symlinkSync("/etc/passwd", join(folder, "spec/passwd.yaml"));
    symlinkSync("../modelwright.yaml", join(folder, "spec/own.yaml"));
  };

  it("is only data on pull_request_target", () => {
    const pull = makePullRequest(attack, false, branch);
    const result = run(pull, { event: "pull_request_target", branch });
    const { log, workspace, calls, steps } = result;
    for (const folder of [workspace, pull.origin]) expect(existsSync(join(folder, "pwned"))).toBe(false);
    expect(readFileSync(join(workspace, "modelwright.yaml"), "utf8")).toBe(config);
    expect(readFileSync(join(workspace, "templates/docs/model.hbs"), "utf8")).toBe(template);
    expect(existsSync(join(workspace, "evil.mjs"))).toBe(false);
    expect(readFileSync(join(workspace, "spec/passwd.yaml"), "utf8")).toBe("/etc/passwd");
    expect(steps).not.toContain("Check generated files");
    expect(log + calls.map(({ body }) => body).join("")).not.toContain("root:");
    expect(actingCommands(log).filter((each) => !each.startsWith("::notice::"))).toEqual([]);
  });

  it("is reported there if its specs are sound", () => {
    const sound = (folder: string): void => {
      attack(folder);
      for (const link of ["passwd", "own"]) execFileSync("rm", [join(folder, `spec/${link}.yaml`)]);
    };
    const result = run(makePullRequest(sound, false, branch), { event: "pull_request_target", branch });
    expect(result.status, result.log).toBe(0);
    const files = actingCommands(result.log).map((each) => /^::(\w+) file=([^,:]*),line=\d+,/.exec(each)?.[2]);
    expect(files).toContain("spec/pet.yaml");
    expect(files.every((file) => file?.startsWith("spec/"))).toBe(true);
    expect(result.calls[1]?.body).toContain("`Pet.age`");
    expect(result.calls[1]?.body).not.toMatch(/<img|^# h|[^;]@all/m);
  });

  it("has specs that it removes removed", () => {
    const remove = (folder: string): void => {
      execFileSync("rm", ["-r", join(folder, "spec")]);
      writeTree(folder, { "spec/new.yaml": "models: { New: { fields: {} } }\n" });
    };
    const { calls, status, log } = run(makePullRequest(remove, false), { event: "pull_request_target" });
    expect(status, log).toBe(0);
    expect(calls[1]?.body).toMatch(/model\.removed/);
  });
});
