/** How long the phases of a run took. */
export interface Stopwatch {
  /** Ends the phase before. A phase that begins again goes on. */
  begin(phase: string): void;
  /** Milliseconds by phase, in order. */
  end(): ReadonlyMap<string, number>;
  /** Milliseconds since the first phase began. */
  total(): number;
}

/** @param started when the first phase began, in milliseconds since the process did */
export function stopwatch(first: string, started: number): Stopwatch {
  const taken = new Map<string, number>();
  let phase = first;
  let since = started;
  const begin = (next: string): void => {
    const now = performance.now();
    taken.set(phase, (taken.get(phase) ?? 0) + now - since);
    [phase, since] = [next, now];
  };
  return {
    begin,
    end() {
      begin(phase);
      return taken;
    },
    total: () => performance.now() - started,
  };
}
