/** The class file of a model. */
import { referencesIn } from "../../spec/references.js";
import type { Definition, Model, Union } from "../../spec/spec.js";
import type { Page } from "../../render/page.js";
import type { NamedField } from "../../names/rules.js";
import { additionalName, type AdditionalView, additionalSlot, additionalView } from "./additional-view.js";
import { checks, hasChecks } from "./checks.js";
import { fieldView, type FieldView, isWrapped, type ModelFile } from "./field-view.js";
import { filePage, fileOf, innerName, linkTo } from "./file.js";
import { array, classDeclaration, list } from "./layout.js";
import type { LibraryName } from "./library.js";
import { textLiteral } from "./literals.js";
import { memberPath } from "./paths.js";
import { defaultAssignments, requirementsOf } from "./requirements.js";
import { innerNames } from "./union-members.js";
import { orNull } from "./types.js";
import type { World } from "./world.js";

export function modelPage(model: Model, world: World): Page {
  const unions = world.unionsOf(model);
  const builder = innerName("Builder", model, world);
  const named = world.names.fields(model);
  const innerClasses = [builder, ...unions.flatMap((union) => innerNames(union, world))];
  const isLarge = named.length > fieldsInExpression;
  const file = {
    ...fileOf(model, world, [...innerClasses, ...named.map(({ name }) => name)]),
    builder,
    isLarge,
    additionalName: additionalName(named),
  };

  const fields = named.map((each) => fieldView(each, file, replacementOf(each, named)));
  const additional = additionalView(model.additionalFields, file);
  const validation = validationView(model, named, file);
  const requirements = requirementsOf(model, named, file);
  const body = {
    builder,
    declaration: classDeclaration(world.names.className(model), unions.map(file.className)),
    isMember: unions.length > 0,
    hasFields: fields.length > 0,
    keys: named.length === 0 ? "" : keysOf(named, file),
    fields,
    additional,
    validation,
    ...objectMethods(fields, additional, file),
    defaults: defaultAssignments(named, file),
    buildMethod: requirements.length > 0 ? "read" : "build",
    hasRequirements: requirements.length > 0,
    requirements,
  };
  const comment = { ...model, replacement: linkTo(model.deprecated?.use, file) };
  return filePage(file, "classes/model", { java: typesIn(body), comment, uses: usedBy(model, unions) }, body);
}

/** The JSON names in order. */
function keysOf(fields: readonly NamedField[], { library }: ModelFile): string {
  const keys = fields.map(({ field }) => textLiteral(field.name));
  return array(0, `@${library("JsonPropertyOrder")}({`, keys, "})");
}

/** What a deprecated field is replaced by, if that is a field of the same model. */
function replacementOf({ field }: NamedField, fields: readonly NamedField[]): string | undefined {
  const use = field.deprecated?.use;
  if (use === undefined) return undefined;
  const found = fields.find((each) => each.field.name === use) ?? fields.find((each) => each.name === use);
  return found && `#${found.name}()`;
}

type ValidationView = {
  readonly hasChecks: boolean;
  readonly statements: readonly string[];
  /** Methods that hold the statements where they are too many for one. */
  readonly methods: readonly { readonly name: string; readonly statements: readonly string[] }[];
};

/** So many statements always fit into the 64 KB of a method. */
const statementsInMethod = 500;

function validationView(model: Model, fields: readonly NamedField[], file: ModelFile): ValidationView {
  const checked = fields.filter(({ field }) => hasChecks(field.type));
  const statements = checked.flatMap(({ name, field }) => {
    const value = isWrapped(field) ? `this.${name}.orElse(null)` : `this.${name}`;
    return checks(field.type, { path: textLiteral(memberPath(field.name)), value }, file, 8);
  });
  const additional = additionalSlot(model.additionalFields);
  if (additional !== undefined) {
    const all = { path: '"$"', value: `this.${file.additionalName}` };
    statements.push(...checks({ kind: "map", values: additional }, all, file, 8));
  }
  return { hasChecks: statements.length > 0, ...inMethods(statements) };
}

function inMethods(statements: readonly string[]): Pick<ValidationView, "statements" | "methods"> {
  if (statements.length <= statementsInMethod) return { statements, methods: [] };
  const methods = Array.from({ length: Math.ceil(statements.length / statementsInMethod) }, (_, index) => ({
    name: `validate${index + 1}`,
    statements: statements.slice(index * statementsInMethod, (index + 1) * statementsInMethod),
  }));
  return { statements: methods.map(({ name }) => `this.${name}(validation);`), methods };
}

/** Compilers cannot follow expressions that are nested deeper than their stack, as a long chain of calls is. */
const fieldsInExpression = 200;

/** What every object has: `equals`, `hashCode`, `toString`; in large models by way of an array. */
function objectMethods(fields: readonly FieldView[], additional: AdditionalView, file: ModelFile) {
  const { isLarge, library, self } = file;
  const names = [...fields, ...(additional.isKept ? [additional] : [])].map(({ name }) => name);
  const held = names.map((name) => `this.${name}`);
  const texts = names.map((name) => `"${name}=" + this.${name}`);
  if (isLarge) {
    const values = list(8, `return new ${library("Object")}[] {`, held, "};");
    return { isLarge, equality: "", hash: "", texts, arrayOfNullable: `${orNull(library("Object"), file)}[]`, values };
  }
  const objects = library("Objects");
  const equalities = fields.map(({ equality }) => equality);
  if (additional.isKept) equalities.push(`&& ${objects}.equals(this.${additional.name}, that.${additional.name})`);
  const isThis = `other instanceof ${self}${names.length > 0 ? " that" : ""}`;
  const equality = [isThis, ...equalities].join("\n                ");
  return {
    isLarge,
    equality,
    hash: list(8, `return ${objects}.hash(`, held, ");"),
    texts,
    arrayOfNullable: "",
    values: "",
  };
}

/** The types of libraries that the template writes for this body. */
function typesIn(body: {
  readonly fields: readonly FieldView[];
  readonly additional: AdditionalView;
  readonly validation: ValidationView;
  readonly hasRequirements: boolean;
  readonly isLarge: boolean;
}): readonly LibraryName[] {
  const { fields, additional, validation, hasRequirements, isLarge } = body;
  const names: LibraryName[] = ["JsonDeserialize", "JsonModel", "JsonPOJOBuilder", "List", "Nullable"];
  names.push("Override", "String", "Violation", isLarge ? "Arrays" : "StringJoiner");
  if (fields.length > 0) names.push("Exact");
  if (fields.some((each) => each.isNullWritten)) names.push("JsonInclude");
  if (fields.some((each) => each.isDeprecated)) names.push("Deprecated");
  if (additional.isKept) names.push("Exact", "JsonAnyGetter", "JsonAnySetter");
  else names.push("JsonAnySetter", "Map", "Object", "UnexpectedField");
  if (additional.isKept && fields.length > 0) names.push("Requirements");
  if (validation.hasChecks) names.push("Validation");
  if (hasRequirements) names.push("JsonMappingException", "Requirements");
  return names;
}

/** The definitions whose classes the file mentions. */
function usedBy(model: Model, unions: readonly Union[]): readonly Definition[] {
  const additional = additionalSlot(model.additionalFields);
  const types = [...model.fields.map(({ type }) => type), ...(additional === undefined ? [] : [additional.type])];
  return [...unions, ...types.flatMap(referencesIn)];
}
