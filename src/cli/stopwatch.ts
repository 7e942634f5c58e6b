/** Measures the duration of a run's phases. */
export interface Stopwatch {
  /** Starts a phase and ends the previous one. A repeated phase accumulates. */
  begin(phase: string): void;
  /** Milliseconds per phase, in order. */
  end(): ReadonlyMap<string, number>;
  /** Milliseconds since the start of the first phase. */
  total(): number;
}

/** @param started when the first phase began, in milliseconds since the start of the process */
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
