/** Consumers in TypeScript. */
import { isRequired } from "../../../src/spec/fields.js";
import type { Definition, Enum, Field, Model, Slot, Type, Union } from "../../../src/spec/spec.js";
import {
  additionalSlot,
  type ConsumerWriter,
  holdsBranches,
  usesAdditional,
  usualValue,
  type Variant,
} from "../consumers.js";
import type { Side } from "../sides.js";
import { construction, nameIn, namesOf, samples, typeText } from "./samples.js";

/** The index of a project's models, from the folder of a consumer. */
function indexPath({ project: { id } }: Side): string {
  return `../../${id}/src/sdk/models/index.js`;
}

export const typescriptWriter: ConsumerWriter = {
  samples,
  // They distinguish plain objects in a union.
  givesConstants: true,
  path: ({ id }, part) => `${id}/${part}.ts`,
  reading(side, isExhaustive) {
    const functions = side.definitions.flatMap((each) => readingFunction(each, side, isExhaustive));
    const root = nameIn(side, side.root);
    return file(side, [
      ...functions,
      `export function run(text: string): unknown {
  return read${namesOf(side).className(side.root)}(${root}.parse(text));
}`,
    ]);
  },
  building(side, variants) {
    const complete = (model: Model): Variant => ({
      name: "",
      model,
      values: new Map(
        model.fields.filter(isGiven).map((field) => [field.name, usualValue(field, model, side, samples)]),
      ),
      extra: undefined,
    });
    const models = side.definitions.flatMap((each) => (each.kind === "model" && !each.abstract ? each : []));
    const made = variants.map((each) => `  ${JSON.stringify(each.name)}: () => ${construction(each, side)},`);
    return file(side, [
      ...models.map(
        (model) => `export function make${namesOf(side).className(model)}(): ${nameIn(side, model)} {
  return ${construction(complete(model), side)};
}`,
      ),
      `export const variants = {\n${made.join("\n")}\n};`,
    ]);
  },
};

function isGiven({ type, required }: Field): boolean {
  return !(required && type.kind === "constant");
}

/** A file with the imports that its code needs. */
function file(side: Side, code: readonly string[]): string {
  const text = code.join("\n\n");
  const namespaces = new Set(side.definitions.map((each) => namesOf(side).namespaceAlias(each)));
  const others = ["Decimal", "RFCDate", "UnknownMember", "unrecognized"].filter((name) =>
    new RegExp(`\\b${name}\\b`).test(text),
  );
  return `import { ${[...namespaces, ...others].join(", ")} } from "${indexPath(side)}";\n\n${text}\n`;
}

function readingFunction(definition: Definition, side: Side, isExhaustive: boolean): readonly string[] {
  const result = definition.kind === "enum" ? "string" : "unknown";
  const head = `function read${namesOf(side).className(definition)}(value: ${nameIn(side, definition)}): ${result} {`;
  const body = bodyOf(definition, side, isExhaustive);
  return [`${head}\n${body.map((line) => `  ${line}`).join("\n")}\n}`];
}

function bodyOf(definition: Definition, side: Side, isExhaustive: boolean): readonly string[] {
  switch (definition.kind) {
    case "model":
      return isExhaustive ? branchingModel(definition, side) : readingModel(definition, side);
    case "enum":
      return isExhaustive ? branchingEnum(definition, side) : comparingEnum(definition, side);
    case "union":
      return unionBody(definition, side, isExhaustive);
  }
}

function readingModel(model: Model, side: Side): readonly string[] {
  const fields = namesOf(side).fields(model);
  const lines = fields.map(({ name, field }, index) => `const f${index}: ${fieldType(field, side)} = value.${name};`);
  const shown = fields.map(
    ({ name, field }, index) => `${JSON.stringify(name)}: ${shownField(field, `f${index}`, side)}`,
  );
  if (!usesAdditional(model)) return [...lines, `return { ${shown.join(", ")} };`];
  const slot = additionalSlot(model);
  return [
    ...lines,
    `const extra: ${slotType(slot, side)} | undefined = value.additionalProperties["extra"];`,
    `return { ${[...shown, `extra: extra === undefined ? undefined : ${shownSlot(slot, "extra", side)}`].join(", ")} };`,
  ];
}

/** Only the fields that hold enums and unions, without their types. */
function branchingModel(model: Model, side: Side): readonly string[] {
  const fields = namesOf(side)
    .fields(model)
    .filter(({ field }) => holdsBranches(field.type));
  const lines = fields.map(({ name }, index) => `const f${index} = value.${name};`);
  const shown = fields.map(
    ({ name, field }, index) => `${JSON.stringify(name)}: ${shownField(field, `f${index}`, side)}`,
  );
  return [...lines, `return { ${shown.join(", ")} };`];
}

function comparingEnum(definition: Enum, side: Side): readonly string[] {
  const name = nameIn(side, definition);
  const lines = namesOf(side)
    .members(definition)
    .map((member) => `if (value === ${name}.${member.name}) return ${JSON.stringify(member.name)};`);
  return [...lines, 'return "another";'];
}

/** The compiler reports a missing case of a closed enum. */
function branchingEnum(definition: Enum, side: Side): readonly string[] {
  const name = nameIn(side, definition);
  const cases = namesOf(side)
    .members(definition)
    .map((member) => `  case ${name}.${member.name}: return ${JSON.stringify(member.name)};`);
  return ["switch (value) {", ...cases, ...(definition.open ? ['  default: return "another";'] : []), "}"];
}

function unionBody(union: Union, side: Side, isExhaustive: boolean): readonly string[] {
  const lines = union.members.map(({ type }) => `if (${memberTest(type, side)}) return ${shown(type, "value", side)};`);
  if (!isExhaustive) return [...lines, 'return "another";'];
  return [
    ...lines,
    'if (value instanceof UnknownMember) return "unknown";',
    "const none: never = value;",
    "return none;",
  ];
}

function memberTest(type: Type, side: Side): string {
  if (type.kind === "array" || type.kind === "tuple") return "Array.isArray(value)";
  if (type.kind === "reference" && type.to.kind === "model") return `value instanceof ${nameIn(side, type.to)}`;
  return `typeof value === "${typeText(type, side)}"`;
}

function fieldType(field: Field, side: Side): string {
  const type = slotType(field, side);
  return isRequired(field) ? type : `${type} | undefined`;
}

function slotType({ type, nullable }: Slot, side: Side): string {
  return nullable ? `${typeText(type, side)} | null` : typeText(type, side);
}

function shownField(field: Field, value: string, side: Side): string {
  const text = shownSlot(field, value, side);
  return isRequired(field) || text === value ? text : `${value} === undefined ? undefined : ${text}`;
}

function shownSlot({ type, nullable }: Slot, value: string, side: Side): string {
  const text = shown(type, value, side);
  return nullable && text !== value ? `${value} === null ? null : ${text}` : text;
}

/** Code that uses all of a value. */
function shown(type: Type, value: string, side: Side): string {
  switch (type.kind) {
    case "array":
      return `${value}.map((each: ${slotType(type.items, side)}) => ${shownSlot(type.items, "each", side)})`;
    case "tuple":
      return `[${type.items.map((item, at) => shownSlot(item, `${value}[${at}]`, side)).join(", ")}]`;
    case "map":
      return `Object.values(${value}).map((each: ${slotType(type.values, side)}) => ${shownSlot(type.values, "each", side)})`;
    case "reference":
      return `read${namesOf(side).className(type.to)}(${value})`;
    default:
      return value;
  }
}
