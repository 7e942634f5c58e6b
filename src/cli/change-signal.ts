/** Turns a burst of changes into one. */
export interface ChangeSignal {
  /** @param path of the file, if it is known */
  notify(change: Change, path?: string): void;
  /**
   * Resolves once something has changed since it resolved last and nothing changes any more; at once when it is over.
   *
   * @returns what happened to each file
   */
  next(): Promise<ReadonlyMap<string, Change>>;
}

export type Change = "added" | "changed" | "removed";

/** How long nothing must change, in milliseconds: editors write a file in several steps. */
const quiet = 60;

/** @param over aborted to end all waiting */
export function changeSignal(over: AbortSignal): ChangeSignal {
  const state: { isPending: boolean; timer?: NodeJS.Timeout; wake?: () => void } = { isPending: false };
  let changes = new Map<string, Change>();
  const settle = (): void => {
    state.isPending = true;
    state.wake?.();
  };
  over.addEventListener("abort", settle);
  return {
    notify(change, path) {
      if (path !== undefined) changes.set(path, both(changes.get(path), change));
      clearTimeout(state.timer);
      state.timer = setTimeout(settle, quiet);
    },
    async next() {
      while (!state.isPending) await new Promise<void>((resolve) => (state.wake = resolve));
      state.isPending = over.aborted;
      const found = changes;
      changes = new Map();
      return found;
    },
  };
}

/** Editors replace a file, and write one that they have just added. */
function both(first: Change | undefined, second: Change): Change {
  if (first === "removed" && second === "added") return "changed";
  return first === "added" && second === "changed" ? "added" : second;
}
