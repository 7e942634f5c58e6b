import type { Plan } from "../generate.js";
import type { Page } from "../render/page.js";
import { hint } from "../diagnostics/asides.js";
import { didYouMean } from "../shape/suggest.js";
import type { ProjectFlags } from "./flags.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { UsageError } from "./failure.js";
import { jsonText } from "./json-text.js";
import { openProject, planProject } from "./open-project.js";
import type { Terminal } from "./terminal.js";

/** The view of one template; `context` prints a list of these. */
export interface JsonContext extends Pick<Page, "template" | "path" | "view"> {
  readonly target: string;
}

/**
 * `modelwright context`: prints the views of a model's templates. Pages without a model, such as the index, are selected by
 * their template.
 *
 * @throws UsageError if no model or page has the name; UnknownTarget
 */
export async function contextCommand(name: string, flags: ProjectFlags, terminal: Terminal): Promise<ExitCode> {
  const project = await openProject(flags, terminal);
  const plans = project && (await planProject(project, terminal));
  if (plans === undefined) return exitCode.mistakes;
  const contexts = plans.flatMap(({ target, pages }) =>
    pages
      .filter((page) => nameOf(page) === name)
      .map(({ template, path, view }): JsonContext => {
        return { target: target.name, template, path, view };
      }),
  );
  if (contexts.length === 0) throw unknown(name, plans);
  terminal.out(jsonText(contexts));
  return exitCode.fine;
}

function nameOf({ model, template }: Page): string {
  return model ?? template;
}

const namesShown = 10;

function unknown(name: string, plans: readonly Plan[]): UsageError {
  const pages = plans.flatMap((each) => each.pages);
  const models = pages.flatMap(({ model }) => model ?? []);
  const known = new Set([...models, ...pages.map(nameOf)]);
  const some = [...known].slice(0, namesShown);
  const names = `${some.join(", ")}${known.size > some.length ? ", …" : ""}`;
  return new UsageError(`unknown model "${name}"`, didYouMean(name, known) ?? hint("oneOf", { names }));
}
