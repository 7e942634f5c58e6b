/**
 * A JSON value without loss: objects are maps, so that keys keep their order (even `"1"`) and `__proto__` is an
 * ordinary key; integers beyond 2^53 are bigints.
 */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject;

export interface JsonObject extends ReadonlyMap<string, Json> {}

export function isJsonObject(value: Json): value is JsonObject {
  return value instanceof Map;
}

export function isJsonArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
