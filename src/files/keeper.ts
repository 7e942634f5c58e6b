/**
 * Keeps texts until they are written: in the stage of their target if it has one, else in a few large buffers. So they are
 * outside the heap, where they would be in the way of the search for garbage, and can be handed to another thread as they are.
 */
import type { Target } from "../config/config.js";
import type { GeneratedFile } from "../generate.js";
import { hashOf } from "./hash.js";
import { RenderedFile } from "./made-file.js";
import { openStage, type Stages } from "./stage.js";

export interface Keeper {
  /** @param view names what it was rendered from (see views.ts) */
  keep(target: Target, file: GeneratedFile, view: string): RenderedFile;
}

export function openKeeper(stages: Stages): Keeper {
  const staged = new Map([...stages].map(([name, path]) => [name, openStage(path)]));
  let chunk = Buffer.alloc(0);
  let used = 0;
  const bytesOf = (text: string): Uint8Array => {
    const most = text.length * 3;
    if (used + most > chunk.length) [chunk, used] = [Buffer.allocUnsafeSlow(Math.max(chunkSize, most)), 0];
    const written = chunk.write(text, used);
    return chunk.subarray(used, used + written);
  };
  return {
    keep({ name }, { path, page, text }, view) {
      const bytes = bytesOf(text);
      const file = staged.get(name)?.(path, bytes);
      if (file === undefined) used += bytes.length;
      return new RenderedFile(path, hashOf(bytes), file ?? bytes, page, view);
    },
  };
}

const chunkSize = 1024 * 1024;
