/** Schemas that allow null and nothing else. */
import { annotations } from "./notes.js";
import type { Place } from "./place.js";
import type { View } from "./view.js";

/** Whether a `type`, constant or list of values allows only null. */
export function isNull(keys: ReadonlyMap<string, Place>): boolean {
  const [type, values] = [keys.get("type"), keys.get("enum")];
  const types = type?.isSequence ? [...type.items()] : type === undefined ? [] : [type];
  if (types.length > 0 && types.every(({ text }) => text === "null")) return true;
  if (keys.get("const")?.scalar === null) return true;
  return values !== undefined && values.size > 0 && [...values.items()].every(({ scalar }) => scalar === null);
}

/** Whether a schema has only `nullable`, which as an alternative means null. */
export function isBareNullable({ keys, properties }: View): boolean {
  const others = [...keys.keys()].filter((key) => !annotations.has(key) && !key.startsWith("x-"));
  return keys.get("nullable")?.scalar === true && others.length === 1 && properties.size === 0;
}
