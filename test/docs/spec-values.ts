/** Hand-made spec and config values, for tests of the stages after the parser. */
import type { Target } from "../../src/config/config.js";
import type { Span } from "../../src/diagnostics/diagnostic.js";
import { scalarsIn } from "../../src/spec/scalars.js";
import type {
  Definition,
  Enum,
  EnumValue,
  Field,
  Model,
  Names,
  Scalar,
  Spec,
  Type,
  Union,
  UnionMember,
} from "../../src/spec/spec.js";

type Chosen = Readonly<Record<string, string>>;

const places = { next: 0 };

/** A span in a made-up file, a new one on each call. */
function somewhere(): Span {
  places.next += 1;
  return { file: "spec/made.yaml", start: places.next, end: places.next + 1 };
}

function namesOf(chosen: Chosen | undefined): Names {
  return new Map(Object.entries(chosen ?? {}));
}

const undocumented = { description: undefined, examples: [], deprecated: undefined, externalDocs: undefined };

export function scalar(scalar: Scalar): Type {
  return { kind: "scalar", scalar, constraints: {} };
}

export function field(name: string, settings: Partial<Omit<Field, "renames">> & { renames?: Chosen } = {}): Field {
  return {
    ...undocumented,
    name,
    type: scalar("string"),
    nullable: false,
    required: false,
    default: undefined,
    readOnly: false,
    writeOnly: false,
    span: somewhere(),
    ...settings,
    alias: settings.alias,
    renames: namesOf(settings.renames),
  };
}

type ModelSettings = Partial<Omit<Model, "names">> & { names?: Chosen };

export function model(name: string, fields: readonly Field[], settings: ModelSettings = {}): Model {
  return {
    ...undocumented,
    kind: "model",
    name,
    namespace: undefined,
    owner: undefined,
    span: somewhere(),
    fields,
    extends: [],
    abstract: false,
    additionalFields: "keep",
    saysKeep: false,
    ...settings,
    names: namesOf(settings.names),
  };
}

type Value = EnumValue["value"] | (Pick<EnumValue, "value"> & { name?: string; names?: Chosen });

export function enumOf(name: string, values: readonly Value[], settings: Partial<Enum> = {}): Enum {
  return {
    ...undocumented,
    kind: "enum",
    name,
    names: new Map(),
    namespace: undefined,
    owner: undefined,
    span: somewhere(),
    base: "string",
    open: false,
    values: values.map((each) => {
      const written = typeof each === "object" ? each : { value: each };
      const rest = { description: undefined, deprecated: undefined, span: somewhere() };
      return { ...rest, value: written.value, name: written.name, names: namesOf(written.names) };
    }),
    ...settings,
  };
}

export function unionOf(name: string, types: readonly (Type | Pick<UnionMember, "type" | "description">)[]): Union {
  return {
    ...undocumented,
    kind: "union",
    name,
    names: new Map(),
    namespace: undefined,
    owner: undefined,
    span: somewhere(),
    members: types.map((each) => ({
      type: "type" in each ? each.type : each,
      description: "type" in each ? each.description : undefined,
      span: somewhere(),
    })),
    discriminator: undefined,
  };
}

export function specOf(...definitions: readonly Definition[]): Spec {
  return {
    version: undefined,
    definitions,
    divided: new Map(),
    patterns: [],
    scalars: new Set(definitions.flatMap(scalarsIn)),
  };
}

const languageTargets = {
  java: { namespace: "components", fieldOrder: "spec", options: { package: "com.acme" } },
  ruby: {
    namespace: "shared",
    fieldOrder: "alphabetical",
    options: { module: "AcmeAPI", typePrefix: "absolute", unions: "typed" },
  },
  typescript: { namespace: "shared", fieldOrder: "alphabetical", options: { importExtension: "js" } },
} as const;

export function targetOf(language: keyof typeof languageTargets, settings: Partial<Target> = {}): Target {
  return {
    name: language,
    language,
    version: undefined,
    folders: [`generated/${language}`],
    code: { output: `generated/${language}`, from: "", to: "" },
    docs: { output: `generated/${language}`, from: "", to: "", flavor: "github", look: "documented" },
    templates: undefined,
    format: false,
    inlineNames: "qualified",
    tables: "padded",
    maxDepth: 100,
    span: { file: "modelwright.yaml", start: 0, end: 1 },
    ...languageTargets[language],
    ...settings,
  };
}
