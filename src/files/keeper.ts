/**
 * Keeps texts in a few large buffers until they are written: outside the heap, where they would be in the way of the search
 * for garbage, and ready to be handed to another thread as they are.
 */
import type { GeneratedFile } from "../generate.js";
import { hashOf } from "./hash.js";
import { RenderedFile } from "./made-file.js";

export interface Keeper {
  /** @param view names what it was rendered from (see views.ts) */
  keep(file: GeneratedFile, view: string): RenderedFile;
}

export function openKeeper(): Keeper {
  let chunk = Buffer.alloc(0);
  let used = 0;
  const bytesOf = (text: string): Uint8Array => {
    const most = text.length * 3;
    if (used + most > chunk.length) [chunk, used] = [Buffer.allocUnsafeSlow(Math.max(chunkSize, most)), 0];
    const start = used;
    used += chunk.write(text, start);
    return chunk.subarray(start, used);
  };
  return {
    keep({ path, page, text }, view) {
      const bytes = bytesOf(text);
      return new RenderedFile(path, hashOf(bytes), bytes, page, view);
    },
  };
}

const chunkSize = 1024 * 1024;
