/** Runs the steps of a composite action as GitHub's runner does: conditions, expressions, environment files, exit codes. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly shell: string;
  readonly "working-directory"?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

export interface Job {
  /** The folder of the checkout. */
  readonly workspace: string;
  /** A folder for what the runner itself writes. */
  readonly scratch: string;
  readonly github: object;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Additions to the environment of each step. */
  readonly env: Readonly<Record<string, string>>;
}

export interface JobResult {
  readonly status: number;
  /** Everything that the steps printed. */
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** The names of the steps that ran. */
  readonly steps: readonly string[];
}

export function runAction({ inputs, outputs, runs }: Action, job: Job): JobResult {
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  const context: Record<string, unknown> = { github: job.github, runner: { temp: job.scratch }, steps, inputs: {} };
  const given = Object.entries(inputs).map(([name, { default: value = "" }]) => [
    name,
    job.inputs?.[name] ?? filled(value, context),
  ]);
  context["inputs"] = Object.fromEntries(given);
  mkdirSync(job.scratch, { recursive: true });
  const summary = join(job.scratch, "summary");
  writeFileSync(summary, "");
  const result = { status: 0, log: "", steps: [] as string[] };
  for (const step of runs.steps) {
    // A step without a function of the status, such as always(), is skipped after a failure.
    if (result.status !== 0 || (step.if !== undefined && !evaluate(step.if, context))) continue;
    result.steps.push(step.name);
    const output = join(job.scratch, "output");
    writeFileSync(output, "");
    const env = Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, context)]);
    const files = { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, GITHUB_ACTIONS: "true" };
    const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
      cwd: join(job.workspace, filled(step["working-directory"] ?? ".", context)),
      encoding: "utf8",
      env: { ...job.env, ...files, GITHUB_WORKSPACE: job.workspace, ...Object.fromEntries(env) },
    });
    result.log += stdout + stderr;
    result.status = status ?? 1;
    if (step.id !== undefined) steps[step.id] = { outputs: outputsIn(readFileSync(output, "utf8")) };
  }
  const values = Object.entries(outputs).map(([name, { value }]) => [name, filled(value, context)]);
  return {
    ...result,
    summary: existsSync(summary) ? readFileSync(summary, "utf8") : "",
    outputs: Object.fromEntries(values),
  };
}

function outputsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split("\n").flatMap((line) => {
      const at = line.indexOf("=");
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
    }),
  );
}

/** Replaces `${{ … }}`. */
function filled(text: string, context: object): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => String(evaluate(expression, context) ?? ""));
}

/** Comparisons of properties with strings, joined by `&&` and `||`: all that the action has. */
function evaluate(expression: string, context: object): unknown {
  const alternatives = expression.split("||").map((part) => part.trim());
  if (alternatives.length > 1) return alternatives.some((each) => evaluate(each, context) === true);
  const conditions = expression.split("&&").map((part) => part.trim());
  if (conditions.length > 1) return conditions.every((each) => evaluate(each, context) === true);
  const [, path = "", value] = /^([\w.-]+)(?: == '([^']*)')?$/.exec(expression.trim()) ?? [];
  if (path === "") throw new Error(`not understood: ${expression}`);
  let found: unknown = context;
  for (const name of path.split(".")) found = (found as Record<string, unknown> | undefined)?.[name];
  return value === undefined ? found : (found ?? "") === value;
}
