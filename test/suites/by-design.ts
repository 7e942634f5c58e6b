/** Where generated classes differ from a public suite by design. */

const openUnion = "a union is open: a value that fits no member is kept as it is";
const anyFit = "a union without a discriminator takes the member that fits best, also where several fit";
const openTag = "an unknown tag is kept as it is, so that old classes read what new servers send";
const openAlias =
  "a type that contains itself is a union with one member, so a value that does not fit it is kept as it is";

const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "JSON Type Definition": {
    "discriminator schema - discriminator not in mapping": openTag,
    "ref schema - recursive schema, bad": openAlias,
  },
  "JSON Schema": {
    "anyOf: anyOf complex types": openUnion,
    "oneOf: oneOf with boolean schemas, all true": anyFit,
    "oneOf: oneOf complex types": anyFit,
    "oneOf: oneOf with empty schema": anyFit,
    "oneOf: oneOf with missing optional property": anyFit,
    "type: multiple types can be specified in an array": openUnion,
    "type: type: array or object": openUnion,
    "type: type: array, object or null": openUnion,
  },
  quicktype: { "class-map-union": openUnion, "implicit-class-array-union": openUnion },
};

/** Title of a schema in a suite → the reason. */
export function reasonsOf(suite: string): Readonly<Record<string, string>> {
  return reasons[suite] ?? {};
}
