/** The class file of an enum: a Java enum, or a class with constants where it is open or larger than Java's enums can be. */
import type { Enum } from "../../spec/spec.js";
import type { Page } from "../../render/page.js";
import type { NamedValue } from "../../names/rules.js";
import { commentLines } from "./comments.js";
import { filePage, fileOf, innerName, type JavaFile, linkTo } from "./file.js";
import { classDeclaration, list } from "./layout.js";
import type { LibraryName } from "./library.js";
import { constantValue } from "./values.js";
import type { World } from "./world.js";

type ConstantView = {
  readonly name: string;
  readonly comment: readonly string[];
  readonly isDeprecated: boolean;
  readonly value: string;
};

/** The code that makes the constants of a Java class must not be longer than 64 KB. */
const constantsInClass = 2000;

export function enumPage(definition: Enum, world: World): Page {
  const deserializer = innerName("Deserializer", definition, world);
  const holder = innerName("Known", definition, world);
  const isLarge = definition.values.length > constantsInClass;
  const members = world.names.members(definition);
  const file = fileOf(definition, world, [deserializer, holder, ...members.map(({ name }) => name)]);
  const constants = members.map((each) => constantView(each, members, file));
  const template = isLarge ? "large-enum" : definition.open ? "open-enum" : "enum";
  const groups = isLarge ? groupsOf(constants, file) : [];
  const body = {
    deserializer,
    holder,
    isOpen: definition.open,
    isText: definition.base === "string",
    declaration: classDeclaration(
      world.names.className(definition),
      groups.map(({ name }) => name),
    ),
    valueType: valueType(definition, file),
    constants: isLarge ? [] : constants,
    groups,
  };
  const parts = {
    java: typesIn(template, definition.open, members),
    comment: {
      ...definition,
      notes: definition.open ? ["Values that are not listed here are kept."] : [],
      replacement: linkTo(definition.deprecated?.use, file),
    },
    uses: [],
  };
  return filePage(file, `classes/${template}`, parts, body);
}

function valueType({ base }: Enum, { library }: JavaFile): string {
  return library(base === "string" ? "String" : "Long");
}

function constantView({ name, value }: NamedValue, members: readonly NamedValue[], file: JavaFile): ConstantView {
  const { description, deprecated } = value;
  const use = members.find((each) => String(each.value.value) === deprecated?.use || each.name === deprecated?.use);
  const replacement = use && `#${use.name}`;
  return {
    name,
    comment: commentLines(4, { description, deprecated, replacement }),
    isDeprecated: deprecated !== undefined,
    value: constantValue(value.value, file),
  };
}

/** Constants in interfaces beside the class, which takes them over. */
type GroupView = {
  readonly name: string;
  readonly constants: readonly ConstantView[];
  /** All of them as a list. */
  readonly list: string;
};

function groupsOf(constants: readonly ConstantView[], file: JavaFile): readonly GroupView[] {
  const { world, definition, library } = file;
  const taken = world.siblings(definition);
  return Array.from({ length: Math.ceil(constants.length / constantsInClass) }, (_, index) => {
    const name = `${world.names.className(definition)}Constants${index + 1}`;
    const own = constants.slice(index * constantsInClass, (index + 1) * constantsInClass);
    const names = own.map((each) => each.name);
    return {
      name: taken.has(name) ? `${name}_` : name,
      constants: own,
      list: list(8, `static final ${library("List")}<${file.self}> constants = ${library("List")}.of(`, names, ");"),
    };
  });
}

/** The types of libraries that the template writes. */
function typesIn(template: string, isOpen: boolean, members: readonly NamedValue[]): readonly LibraryName[] {
  const names: LibraryName[] = ["EnumDeserializer", "JsonDeserialize", "JsonValue", "Map", "Override", "String"];
  if (template === "enum") names.push("Arrays", "Collectors", "Function");
  else names.push("LinkedHashMap", "List", "Nullable", "Objects");
  if (template === "enum" || (template === "large-enum" && !isOpen)) names.push("IllegalArgumentException");
  if (members.some(({ value }) => value.deprecated !== undefined)) names.push("Deprecated");
  return names;
}
