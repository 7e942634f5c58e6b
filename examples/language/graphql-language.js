// @ts-check
/** GraphQL SDL as a modelwright language: one file per definition, with a type, enum, union or scalar. */
import {
  camel,
  clearOf,
  commentBlock,
  docsPage,
  documentedFacts,
  enumFacts,
  fieldFacts,
  foldType,
  indexPages,
  linkFromPage,
  modelFacts,
  nameAll,
  nameIn,
  pascal,
  portableFileName,
  scalarOf,
  snake,
  textOption,
  unionFacts,
  upperSnake,
  wordList,
} from "modelwright";

/** @import { CommentDialect, Definition, Diagnostic, Documented, DocumentedFacts, FactWriter, Field, Language, Naming, NamingRules, Page, Scalar, Slot, Type, TypeFold, View } from "modelwright" */

/** @type {Language} */
export default {
  id: "graphql",
  title: "GraphQL",
  defaultNamespace: "shared",
  defaultFieldOrder: "spec",
  options: {
    prefix: {
      description: "What the name of every type begins with.",
      default: "",
      pattern: "(?:[A-Z][A-Za-z0-9]*)?",
      form: "letters and digits with a capital first, such as Acme",
    },
  },
  templates: new URL("./templates", import.meta.url),
  // A schema checks no patterns at all, so there are none to report as unchecked.
  canMatch: () => true,
  pages(spec, target, read) {
    const names = nameAll(spec, target, rulesFor(textOption(target, "prefix")));
    const context = {
      target,
      names,
      othersName: "additionalFields",
      read,
      typeCell: (/** @type {Field} */ field) => typeText(field, docsTypes(names)),
    };
    return {
      of: (definition) => [docsPage(definition, context), schemaPage(definition, names)],
      others: () => [...indexPages(spec.definitions, context), scalarsPage],
      diagnostics: [...names.diagnostics, ...clashes(spec.definitions, names)],
    };
  },
};

// Names. A schema has no namespaces, so names must be unique across the namespaces of a spec.

const typeWords = wordList(
  "String Int Float Boolean ID Query Mutation Subscription",
  "JSON Long Decimal Date DateTime Time Duration UUID URI Base64",
);
const isName = (/** @type {string} */ name) => /^(?!__|(?:true|false|null)$)[_A-Za-z][_0-9A-Za-z]*$/.test(name);

/** @returns {NamingRules} */
function rulesFor(/** @type {string} */ prefix) {
  const typeName = nameIn(pascal);
  return {
    language: "graphql",
    title: "GraphQL",
    className: {
      derive: (text) => clearOf(typeWords, prefix + typeName(text)),
      accepts: (name) => isName(name) && !typeWords.has(name),
      model: "ConnectSession",
    },
    fieldName: { derive: nameIn(camel), accepts: isName, model: "createdAt" },
    memberName: { derive: nameIn(upperSnake), accepts: isName, model: "LIGHT_BROWN" },
    fileName: (name) => portableFileName(name.toLowerCase()),
    folder: (namespace) => portableFileName(nameIn(snake)(namespace)),
    docsFolder: "docs/models",
    codeFolder: "schema",
  };
}

/** @returns {readonly Diagnostic[]} */
function clashes(/** @type {readonly Definition[]} */ definitions, /** @type {Naming} */ names) {
  /** @type {Map<string, Definition>} */
  const taken = new Map();
  return definitions.flatMap((each) => {
    const name = names.className(each);
    const first = taken.get(name) ?? each;
    taken.set(name, first);
    if (names.namespace(first) === names.namespace(each)) return [];
    return {
      code: "name-clash",
      severity: "error",
      message: `Two namespaces have the GraphQL type "${name}"`,
      span: each.span,
      hint: "give one of them another name: names: { graphql: … }",
      related: [{ message: "the other one is here", span: first.span }],
    };
  });
}

// Types.

/** @type {Readonly<Record<Scalar, string>>} */
const scalarNames = {
  ...{ string: "String", email: "String", boolean: "Boolean", any: "JSON" },
  ...{ int32: "Int", integer: "Long", long: "Long", number: "Float", float: "Float", decimal: "Decimal" },
  ...{ date: "Date", "date-time": "DateTime", time: "Time", duration: "Duration", "local-date-time": "String" },
  ...{ uuid: "UUID", uri: "URI", bytes: "Base64", "decimal as number": "Decimal", "long as string": "Long" },
  ...{ "date-time as epoch-seconds": "Float", "date-time as epoch-milliseconds": "Float" },
};

/** A type, with `!` where a value cannot be absent or null. */
function typeText(/** @type {Slot & Partial<Field>} */ slot, /** @type {TypeFold<string>} */ types) {
  return foldType(slot.type, types) + (slot.required !== false && !slot.nullable ? "!" : "");
}

/** @returns {TypeFold<string>} */
function schemaTypes(/** @type {Naming} */ names) {
  return {
    scalar: ({ scalar }) => scalarNames[scalar],
    constant: (type) => scalarNames[scalarOf(type)],
    array: (items, type) => `[${items}${type.items.nullable ? "" : "!"}]`,
    ...{ tuple: () => "JSON", map: () => "JSON" },
    reference: (to) => names.className(to),
  };
}

/** The same for the Type cells of docs pages. @returns {TypeFold<string>} */
function docsTypes(/** @type {Naming} */ names) {
  const types = schemaTypes(names);
  return {
    ...types,
    scalar: (type) => `*${types.scalar(type)}*`,
    constant: (type) => `*${types.constant(type)}*`,
    ...{ tuple: () => "*JSON*", map: () => "*JSON*" },
    reference: (to) => `[${names.className(to)}](${linkFromPage(to, names)})`,
  };
}

/**
 * The object types of a union member; undefined for types that a GraphQL union cannot contain.
 *
 * @returns {(Definition | undefined)[]}
 */
function objectTypes(/** @type {{ readonly type: Type }} */ { type }) {
  if (type.kind !== "reference") return [undefined];
  const { to } = type;
  if (to.kind === "union") return to.members.flatMap(objectTypes);
  return [to.kind === "model" && to.fields.length > 0 ? to : undefined];
}

// Pages.

/** @type {Page} */
const scalarsPage = {
  path: "schema/scalars.graphql",
  template: "scalars",
  view: {},
  model: undefined,
  span: undefined,
};

/** @returns {Page} */
function schemaPage(/** @type {Definition} */ definition, /** @type {Naming} */ names) {
  const { template, view } = content(definition, names);
  const common = {
    source: definition.span.file.replace(/\s+/g, " "),
    name: names.className(definition),
    // Only fields and values can have the directive.
    comment: comment(definition, documentedFacts(definition, writer).deprecation),
  };
  return {
    path: `${names.codePath(definition)}.graphql`,
    template,
    view: { ...view, ...common },
    dialect: { lineWidth, tabWidth: 2, importLine: (name) => name },
    model: definition.name,
    span: definition.span,
  };
}

/** @returns {{ template: string, view: View }} */
function content(/** @type {Definition} */ definition, /** @type {Naming} */ names) {
  const types = schemaTypes(names);
  if (definition.kind === "enum") {
    const { values, ...facts } = enumFacts(definition, names.members(definition), writer);
    return { template: "enum", view: { ...facts, values: values.map(annotated) } };
  }
  if (definition.kind === "model" && definition.fields.length > 0) {
    const fields = names
      .fields(definition)
      .map((each) => annotated(fieldFacts(each, { type: typeText(each.field, types) }, writer)));
    return { template: "type", view: { ...modelFacts(definition, writer), fields } };
  }
  if (definition.kind === "union") {
    const members = [...new Set(definition.members.flatMap(objectTypes))];
    const facts = unionFacts(definition, ({ type }) => foldType(type, types), writer);
    const view = { ...facts, members: members.map((each) => (each ? names.className(each) : "")) };
    return { template: members.includes(undefined) ? "scalar" : "union", view };
  }
  return { template: "scalar", view: {} };
}

/** A field or value, with the code before and after it on its line. */
function annotated(/** @type {DocumentedFacts & View} */ facts) {
  const directive = facts.isDeprecated ? ` @deprecated(reason: ${literal(facts.deprecation)})` : "";
  return { ...facts, comment: comment(facts, ""), directive };
}

/** A description, escaped so that no string in the spec can end it. */
function comment(/** @type {Pick<Documented, "description">} */ { description }, /** @type {string} */ deprecation) {
  const text = [description, deprecation && `Deprecated: ${deprecation}`].filter(Boolean).join("\n\n");
  return commentBlock({ text: writer.commentLines(text), tags: [] }, commentDialect);
}

const lineWidth = 100;

/** @type {CommentDialect} */
const commentDialect = {
  lineWidth,
  prefix: "",
  brackets: { open: '"""', close: '"""', holdTagOnOneLine: true },
  tagIndentation: "",
  breakBetween: / /,
  isPreformatted: (line) => /^\s/.test(line),
  hangingIndentation: () => "",
};

function literal(/** @type {string} */ text) {
  return JSON.stringify(text.toWellFormed());
}

/** @type {FactWriter} */
const writer = {
  string: literal,
  value: (value) => (typeof value === "string" ? literal(value) : String(value)),
  commentLines: (text) => (text === "" ? [] : text.replaceAll('"""', '\\"""').trimEnd().split(lineBreak)),
};

const lineBreak = /\r\n|[\r\n]/;
