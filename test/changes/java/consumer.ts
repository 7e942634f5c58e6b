/** Consumers in Java. */
import { capitalizedNames } from "../../../src/languages/java/accessors.js";
import { scalarRows } from "../../../src/languages/java/scalars.js";
import { componentName } from "../../../src/languages/java/tuples.js";
import { recordNames } from "../../../src/languages/java/union-members.js";
import type { NamedField } from "../../../src/names/rules.js";
import { scalarOf } from "../../../src/spec/constants.js";
import { isRequired } from "../../../src/spec/fields.js";
import { foldType } from "../../../src/spec/fold.js";
import type { Definition, Enum, Field, Model, Scalar, Slot, Type, Union } from "../../../src/spec/spec.js";
import {
  additionalSlot,
  type ConsumerWriter,
  holdsBranches,
  type Part,
  readableIn,
  usesAdditional,
} from "../consumers.js";
import type { Side } from "../sides.js";
import { construction, namesOf, samples, tupleClass, worldIn } from "./samples.js";

const classNames: Readonly<Record<Part, string>> = {
  read: "Read",
  branch: "Branch",
  build: "Build",
  validate: "Validate",
  unlisted: "Unlisted",
};

export const javaWriter: ConsumerWriter = {
  samples,
  omitsNull: true,
  path: ({ id }, part) => `consumers/${id}/${classNames[part]}.java`,
  reading(side, isExhaustive) {
    const root = namesOf(side).qualifiedName(side.root);
    const classes = readableIn(side).map((each) => `${namesOf(side).qualifiedName(each)}.class`);
    return file(side, isExhaustive ? "branch" : "read", [
      ...side.definitions.map((each) => readingMethod(each, side, isExhaustive)),
      `    static Class<?>[] readers() {
        return new Class<?>[] {${classes.join(", ")}};
    }`,
      `    public static Object run(String json) throws Exception {
        readers();
        ${root} root = new com.fasterxml.jackson.databind.ObjectMapper().readValue(json, ${root}.class);
        return ${readerOf(side.root, side)}(root);
    }`,
    ]);
  },
  building(side, variants, part) {
    const callable = "java.util.concurrent.Callable<Object>";
    const made = variants.map(
      (each) => `        variants.put(${JSON.stringify(each.name)}, () -> ${construction(each, side)});`,
    );
    return file(side, part, [
      `    public static java.util.Map<String, ${callable}> variants() {
        java.util.Map<String, ${callable}> variants = new java.util.LinkedHashMap<>();
${made.join("\n")}
        return variants;
    }`,
    ]);
  },
};

function file({ id }: Side, part: Part, methods: readonly string[]): string {
  return `package consumers.${id};\n\npublic final class ${classNames[part]} {\n${methods.join("\n\n")}\n}\n`;
}

function readerOf(definition: Definition, side: Side): string {
  return `read${namesOf(side).className(definition)}`;
}

function readingMethod(definition: Definition, side: Side, isExhaustive: boolean): string {
  const head = `    static Object ${readerOf(definition, side)}(${namesOf(side).qualifiedName(definition)} value) {`;
  const body = bodyOf(definition, side, isExhaustive).map((line) => `        ${line}`);
  return `${head}\n${body.join("\n")}\n    }`;
}

function bodyOf(definition: Definition, side: Side, isExhaustive: boolean): readonly string[] {
  switch (definition.kind) {
    case "model":
      return modelBody(definition, side, isExhaustive);
    case "enum":
      return isExhaustive ? branchingEnum(definition, side) : readingEnum(definition, side);
    case "union":
      return isExhaustive ? branchingUnion(definition, side) : readingUnion(definition, side);
  }
}

function modelBody(model: Model, side: Side, isExhaustive: boolean): readonly string[] {
  const fields = namesOf(side)
    .fields(model)
    .filter(({ field }) => !isExhaustive || holdsBranches(field.type));
  const getters = gettersOf(model, side);
  const lines = fields.flatMap((each, index) => fieldLines(each, getters.get(each.field)!, `f${index}`, side));
  const all = ["java.util.Map<String, Object> seen = new java.util.LinkedHashMap<>();", ...lines];
  if (isExhaustive || !usesAdditional(model)) return [...all, "return seen;"];
  const slot = additionalSlot(model);
  const type = slotType(slot, side);
  return [
    ...all,
    `java.util.Map<String, ${type}> additional = value.${worldIn(side).accessors.additional}();`,
    `${type} extra = additional.get("extra");`,
    `if (extra != null) seen.put("extra", ${shown(slot.type, "extra", side)});`,
    "return seen;",
  ];
}

/** The methods that return the fields, as the options of the target name them. */
function gettersOf(model: Model, side: Side): ReadonlyMap<Field, string> {
  const named = namesOf(side).fields(model);
  const capitalized = capitalizedNames(named);
  const { accessors } = worldIn(side);
  return new Map(named.map((each, index) => [each.field, accessors.accessor(each, capitalized[index]!)]));
}

function fieldLines({ name, field }: NamedField, getter: string, variable: string, side: Side): readonly string[] {
  const { type, nullable } = field;
  const boxed = typeText(type, side);
  const put = (value: string): string => `seen.put("${name}", ${value});`;
  if (isRequired(field) && !nullable) {
    const primitive = primitiveOf(type);
    const shownValue = primitive === undefined ? shown(type, variable, side) : `String.valueOf(${variable})`;
    return [`${primitive ?? boxed} ${variable} = value.${getter}();`, put(shownValue)];
  }
  const isJsonNullable = !isRequired(field) && nullable;
  const wrapper = isJsonNullable ? "org.openapitools.jackson.nullable.JsonNullable" : "java.util.Optional";
  const held = `${variable}Value`;
  const text = shown(type, held, side);
  return [
    `${wrapper}<${boxed}> ${variable} = value.${getter}();`,
    `if (${variable}.isPresent()) {`,
    `    ${boxed} ${held} = ${variable}.get();`,
    `    ${put(isJsonNullable ? `${held} == null ? "null" : ${text}` : text)}`,
    "}",
  ];
}

/** With a default, and in the order of the constants. */
function readingEnum(definition: Enum, side: Side): readonly string[] {
  const names = namesOf(side);
  const name = names.qualifiedName(definition);
  const constants = names.members(definition).map((member) => member.name);
  if (definition.open) {
    const tests = constants.map((each) => `if (value.equals(${name}.${each})) return "${each}";`);
    return [...tests, 'return "another";'];
  }
  return [
    `int order = value.compareTo(${name}.${constants[0]});`,
    "switch (value) {",
    ...constants.map((each) => `    case ${each}: return "${each} " + order;`),
    '    default: return "another";',
    "}",
  ];
}

function branchingEnum(definition: Enum, side: Side): readonly string[] {
  const constants = namesOf(side)
    .members(definition)
    .map((member) => member.name);
  const cases = definition.open ? [...constants, "UNKNOWN"] : constants;
  const value = definition.open ? "value.constant()" : "value";
  return [`return switch (${value}) {`, ...cases.map((each) => `    case ${each} -> "${each}";`), "};"];
}

function readingUnion(union: Union, side: Side): readonly string[] {
  const names = namesOf(side);
  const records = recordNames(union, worldIn(side));
  const tests = union.members.map(({ type }, index) => {
    const record = records.get(index);
    const memberClass = record === undefined ? typeText(type, side) : `${names.qualifiedName(union)}.${record}`;
    const value = record === undefined ? "member" : boxed(type, "member.value()");
    return `if (value instanceof ${memberClass} member) return ${shown(type, value, side)};`;
  });
  return [...tests, 'return "another";'];
}

/** A record may have a primitive. */
function boxed(type: Type, value: string): string {
  const primitive = primitiveOf(type);
  return primitive === undefined ? value : `String.valueOf(${value})`;
}

function branchingUnion(union: Union, side: Side): readonly string[] {
  const functions = union.members.map(({ type }) => `member -> ${shown(type, "member", side)}`);
  const parameters = ["value", ...functions, 'unknown -> "unknown"'];
  return [`return ${namesOf(side).qualifiedName(union)}.match(${parameters.join(", ")});`];
}

function primitiveOf(type: Type): string | undefined {
  if (type.kind === "scalar") return scalarRows[type.scalar].primitive;
  return type.kind === "constant" ? scalarRows[scalarOf(type)].primitive : undefined;
}

function slotType({ type }: Slot, side: Side): string {
  return typeText(type, side);
}

function typeText(type: Type, side: Side): string {
  return foldType(type, {
    scalar: ({ scalar }) => scalarRows[scalar].type,
    constant: (constant) => scalarRows[scalarOf(constant)].type,
    tuple: (items) => `${tupleClass(items.length, side)}<${items.join(", ")}>`,
    array: (items) => `java.util.List<${items}>`,
    map: (values) => `java.util.Map<String, ${values}>`,
    reference: (to) => namesOf(side).qualifiedName(to),
  });
}

/** Code that uses all of a value, with a method that only its class has. */
function shown(type: Type, value: string, side: Side): string {
  switch (type.kind) {
    case "scalar":
      return shownScalar(type.scalar, value);
    case "constant":
      return shownScalar(scalarOf(type), value);
    case "array":
      return `${value}.stream().map(each -> ${shownSlot(type.items, side)}).toList()`;
    case "tuple":
      return `java.util.Arrays.asList(${type.items.map((item, at) => shownItem(item, `${value}.${componentName(at)}()`, side)).join(", ")})`;
    case "map":
      return `${value}.values().stream().map(each -> ${shownSlot(type.values, side)}).toList()`;
    case "reference":
      return `${readerOf(type.to, side)}(${value})`;
  }
}

function shownSlot(slot: Slot, side: Side): string {
  return shownItem(slot, "each", side);
}

function shownItem({ type, nullable }: Slot, value: string, side: Side): string {
  const text = shown(type, value, side);
  return nullable ? `${value} == null ? "null" : ${text}` : text;
}

function shownScalar(scalar: Scalar, value: string): string {
  const { type } = scalarRows[scalar];
  if (scalar === "any") return `String.valueOf(${value})`;
  if (type === "byte[]") return `${value}.length + java.util.Arrays.toString(${value})`;
  return type === "java.lang.String" ? `${value}.length() + ${value}` : `${value}.toString()`;
}
