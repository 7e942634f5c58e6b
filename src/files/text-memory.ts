/**
 * What earlier runs rendered, known by what it was rendered from. The text itself is taken from the output folder, if it
 * still is what the last run left there.
 */
import { resolve } from "node:path";
import type { Memory } from "../generate.js";
import type { Page } from "../languages/language.js";
import { hashOf, hashOfAll, withLineFeeds } from "./hash.js";
import { knownFiles } from "./last-run.js";
import type { Project } from "./load-project.js";
import { outputFolder } from "./output-folder.js";
import type { RunContext } from "./run.js";

export interface TextMemory extends Pick<Memory, "text"> {
  /** Names what a page of a target was rendered from; an empty text if it was not rendered. */
  viewOf(target: string, path: string): string;
}

export function openTextMemory(context: RunContext, project: Project): TextMemory {
  const targets = new Map(project.targets.map((target) => [target.name, openTarget(context, project, target)]));
  return {
    text(target, page, render) {
      const texts = targets.get(target.name);
      return texts?.text(page, render) ?? render();
    },
    viewOf: (target, path) => targets.get(target)?.views.get(path) ?? "",
  };
}

interface TargetTexts {
  readonly views: ReadonlyMap<string, string>;
  text(page: Page, render: () => Promise<string>): Promise<string>;
}

function openTarget(
  { config, last }: RunContext,
  { inputs }: Project,
  target: Project["targets"][number],
): TargetTexts {
  const lastTarget = last?.targets.find(({ name }) => name === target.name);
  const known = lastTarget ? knownFiles(config, lastTarget) : undefined;
  const folder = outputFolder(resolve(config.root, target.output));
  const templates = [...(inputs.templates.get(target.name) ?? [])];
  const layout = hashOfAll([
    String(target.format),
    ...templates.flatMap(([name, { text, own }]) => [name, text, String(own)]),
  ]);
  const views = new Map<string, string>();
  return {
    views,
    async text(page, render) {
      const view = hashOf(`${layout} ${page.template} ${page.path}\n${JSON.stringify(page.view)}`).slice(0, 32);
      views.set(page.path, view);
      const file = known?.get(page.path);
      if (file?.view !== view || folder.standing(page.path).kind !== "file") return render();
      const text = withLineFeeds(folder.read(page.path));
      return hashOf(text) === file.hash ? text : render();
    },
  };
}
