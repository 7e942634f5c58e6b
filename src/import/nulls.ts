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

/** Whether a schema allows null, as far as its own keywords say. */
export function mayBeNull({ keys, properties }: View): boolean {
  if (keys.get("nullable")?.scalar === true || keys.get("x-nullable")?.scalar === true) return true;
  const type = keys.get("type");
  if (type !== undefined) return [type, ...type.items()].some(({ text }) => text === "null");
  if (keys.has("enum")) return [...(keys.get("enum")?.items() ?? [])].some(({ scalar }) => scalar === null);
  if (keys.has("const")) return keys.get("const")?.scalar === null;
  return keys.has("oneOf") || keys.has("anyOf") || (properties.size === 0 && !keys.has("items"));
}

/** Whether a schema has only `nullable`, which as an alternative means null. */
export function isBareNullable({ keys, properties }: View): boolean {
  const others = [...keys.keys()].filter((key) => !annotations.has(key) && !key.startsWith("x-"));
  return keys.get("nullable")?.scalar === true && others.length === 1 && properties.size === 0;
}
