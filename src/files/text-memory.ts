/** Keeps what is rendered, and saves rendering what is known. All files that it gives are made files. */
import type { Target } from "../config/config.js";
import type { Memory, Render } from "../generate.js";
import { hashOf } from "./hash.js";
import type { LastFiles } from "./last-files.js";
import type { MadeFile, Shown } from "./made-file.js";
import type { Views } from "./views.js";

export type TextMemory = Pick<Memory, "ofDefinition" | "ofPage">;

export interface TextMemoryOptions {
  /** Names what the files were rendered from, for the next run, if that is asked for. */
  readonly views: Views | undefined;
  /** What the last run left. */
  readonly last?: LastFiles;
  /** Told of every definition, and of every other page, when its turn has come. */
  readonly onPage?: (() => void) | undefined;
}

export function openTextMemory({ views, last, onPage }: TextMemoryOptions): TextMemory {
  const files = async (target: Target, view: string, page: Shown, render: Render): Promise<readonly MadeFile[]> => {
    onPage?.();
    return (
      last?.filesOf(target, view, page) ?? (await render()).map((file) => ({ ...file, hash: hashOf(file.text), view }))
    );
  };
  return {
    ofDefinition(target, spec, definition, render) {
      const { name: model, span } = definition;
      return files(target, views?.ofDefinition(target, spec, definition) ?? "", { model, span }, render);
    },
    ofPage: (target, page, render) => files(target, views?.ofPage(target, page) ?? "", page, render),
  };
}
