/** A function that computes each result once: an API has the same few names again and again. */
export function remembering<T>(derive: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = derive(text);
    results.set(text, result);
    return result;
  };
}

/** A function that works out its result when it is asked for the first time. */
export function once<T>(make: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: make() }).value;
}
