/** action.yml: its form, and its steps in a shell, with pull requests that try to do harm. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../cli/command.js";
import { actingCommands } from "../cli/workflow-runner.js";
import { writeTree } from "../folders.js";
import { action, changed, config, makePullRequest, run, spec, template } from "./pull-request.js";

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
      [],
      ["repos/acme/models/issues/7/comments?per_page=100"],
      ["POST", "repos/acme/models/issues/7/comments"],
    ]);
    expect(result.calls[2]?.body).toMatch(/^<!-- modelwright [0-9a-f]{40} -->\n## 1 change/);
  });

  it("updates its own comment, and no other one", () => {
    const pull = makePullRequest(addNumber);
    const body = run(pull, { event: "pull_request" }).calls[2]?.body ?? "";
    const comments = [
      { id: 1, user: { type: "User", login: "stranger" }, body },
      { id: 2, user: { type: "Bot", login: "other[bot]" }, body },
      { id: 3, user: { type: "Bot", login: "github-actions[bot]" }, body: "other" },
      { id: 4, user: { type: "Bot", login: "github-actions[bot]" }, body },
      { id: 5, user: { type: "User", login: "owner" }, body },
    ];
    for (const [viewer, id, inputs] of [
      ["github-actions[bot]", 4, {}],
      ["owner", 5, { token: "personal" }],
    ] as const) {
      const { calls } = run(pull, { event: "pull_request", comments, viewer, inputs });
      expect(calls).toHaveLength(3);
      expect(calls[2]?.args).toContain(`repos/acme/models/issues/comments/${id}`);
    }
    const { calls } = run(pull, { event: "pull_request", comments: comments.slice(0, 3) });
    expect(calls[2]?.args).toContain("POST");
  });

  it("makes no comment without changes, but updates the one that is there", () => {
    const pull = makePullRequest((folder) => writeTree(folder, { "note.md": "text" }));
    const none = run(pull, { event: "pull_request" });
    expect([none.status, none.calls.length]).toEqual([0, 2]);
    const body = run(makePullRequest(addNumber), { event: "pull_request" }).calls[2]?.body ?? "";
    const { calls } = run(pull, {
      event: "pull_request",
      comments: [{ id: 3, user: { login: "github-actions[bot]" }, body }],
    });
    expect(calls[2]?.body).toContain("## No changes since");
  });

  it("compares nothing if the pull request adds modelwright", () => {
    const add = (folder: string): void =>
      writeTree(folder, {
        "api/modelwright.yaml": config.replace(", templates: templates", ""),
        "api/spec/pet.yaml": spec,
      });
    const inputs = { "working-directory": "api", check: "false", "fail-on": "breaking" };
    const { status, log, calls, outputs } = run(makePullRequest(add), { event: "pull_request", inputs });
    expect(status, log).toBe(0);
    expect(actingCommands(log)).toEqual([
      "::notice::the base has no modelwright.yaml in this folder: nothing is compared",
    ]);
    expect([calls, outputs["verdict"]]).toEqual([[], ""]);
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
    expect(result.calls).toHaveLength(3);
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
    expect(result.calls[2]?.body).toContain("`Pet.age`");
    expect(result.calls[2]?.body).not.toMatch(/<img|^# h|[^;]@all/m);
  });

  it("has specs that it removes removed", () => {
    const remove = (folder: string): void => {
      execFileSync("rm", ["-r", join(folder, "spec")]);
      writeTree(folder, { "spec/new.yaml": "models: { New: { fields: {} } }\n" });
    };
    const { calls, status, log } = run(makePullRequest(remove, false), { event: "pull_request_target" });
    expect(status, log).toBe(0);
    expect(calls[2]?.body).toMatch(/model\.removed/);
  });
});
