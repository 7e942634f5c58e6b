/**
 * Texts that were made and are not written yet, as UTF-8 in a few large buffers: outside the heap, where they would be in
 * the way of the search for garbage, and ready to be written or handed to another thread as they are.
 */
export interface TextBuffer {
  /** Keeps a text. @returns its bytes */
  add(text: string): Uint8Array;
}

export function textBuffer(): TextBuffer {
  let chunk = Buffer.alloc(0);
  let used = 0;
  return {
    add(text) {
      const most = text.length * 3;
      if (used + most > chunk.length) [chunk, used] = [Buffer.allocUnsafeSlow(Math.max(chunkSize, most)), 0];
      const start = used;
      used += chunk.write(text, start);
      return chunk.subarray(start, used);
    },
  };
}

const chunkSize = 1024 * 1024;
