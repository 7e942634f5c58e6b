/** Which definitions a type mentions. */
import type { Definition, Type } from "../../spec/spec.js";

export function definitionsIn(type: Type): readonly Definition[] {
  switch (type.kind) {
    case "array":
      return definitionsIn(type.items.type);
    case "map":
      return definitionsIn(type.values.type);
    case "reference":
      return [type.to];
    default:
      return [];
  }
}
