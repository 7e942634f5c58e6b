/** The recipes of docs/templates.md, applied as a reader would. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateIn, projectRoot } from "../generated.js";
import type { GeneratedFile } from "../../src/render/page.js";
import { inTemporaryFolder } from "../run/ruby/tree.js";

const cookbook = readFileSync(join(projectRoot, "docs/templates.md"), "utf8");

/** The text below a heading, up to the next one of its level. */
function below(text: string, heading: string): string {
  const level = /^#+/.exec(heading)?.[0] ?? "";
  const part = text.split(new RegExp(`^(?=${level} )`, "m")).find((each) => each.startsWith(`${heading}\n`));
  if (part === undefined) throw new Error(`docs/templates.md has no heading "${heading}"`);
  return part;
}

interface Step {
  /** The file that the code goes in; undefined for commands. */
  readonly path: string | undefined;
  readonly code: string;
}

function stepsOf(chapter: string, title: string): readonly Step[] {
  const recipe = below(below(cookbook, `## ${chapter}`), `### ${title}`);
  const blocks = recipe.matchAll(/(?:^`(?<path>[^`\n]+)`:\n\n)?^```(?<language>\w+)\n(?<code>.*?)^```$/gms);
  return Array.from(blocks, ({ groups = {} }) => {
    const { path, language, code = "" } = groups;
    if ((path === undefined) !== (language === "sh")) throw new Error(`${title}: each block is a file or commands`);
    return { path, code };
  });
}

/**
 * The output of a target with the templates of a recipe.
 *
 * @param chapter the heading with `##`
 * @param title the heading with `###`
 * @param target the target's config
 * @param spec a spec file
 */
export async function cook(
  chapter: string,
  title: string,
  target: string,
  spec: string,
): Promise<readonly GeneratedFile[]> {
  const steps = stepsOf(chapter, title);
  if (steps.length === 0) throw new Error(`${title}: there is nothing to do`);
  return inTemporaryFolder(async (folder) => {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(projectRoot, join(folder, "node_modules/modelwright"), "junction");
    for (const step of steps) follow(step, folder);
    writeFileSync(join(folder, "spec.yaml"), spec);
    const config = `spec: spec.yaml\ntargets: { cooked: { ${target}, output: out, templates: my-templates } }\n`;
    writeFileSync(join(folder, "modelwright.yaml"), config);
    const { targets, diagnostics } = await generateIn(folder);
    if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    return targets.flatMap(({ files }) => files);
  });
}

function follow({ path, code }: Step, folder: string): void {
  if (path !== undefined) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
    return;
  }
  const { status, stderr } = spawnSync("sh", ["-e", "-c", code], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}
