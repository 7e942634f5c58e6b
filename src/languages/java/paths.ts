/** JSON paths: `$.items[0]["odd key"]`. */

/** The path of a field of the root object. */
export function memberPath(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `$.${name}` : `$[${JSON.stringify(name)}]`;
}
