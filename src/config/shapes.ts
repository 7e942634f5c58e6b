/** The structure of a config; languages add the options of their targets. */
import type { DocsFlavor, DocsLanguages, DocsLook } from "./config.js";
import { standardDepth } from "./depth.js";
import type { LanguageOption, TargetLanguage } from "./option.js";
import {
  dictionary,
  either,
  flag,
  list,
  nonEmptyText,
  oneOfTexts,
  record,
  text,
  textLike,
  variant,
  wholeFrom,
  wholly,
} from "../shape/define.js";
import type { Entry, Key, Located, RecordShape, Shape } from "../shape/shape.js";
import type { KeysOf } from "../shape/define.js";

export interface ConfigSource {
  readonly spec?: Entry<string>;
  readonly versions?: Entry<readonly Located<string>[]>;
  readonly languages?: Entry<readonly Located<string>[]>;
  readonly targets?: Entry<readonly Entry<TargetSource>[]>;
}

export interface TargetSource {
  readonly language?: Entry<string>;
  readonly version?: Entry<string>;
  readonly output?: Entry<string>;
  readonly code?: Entry<CodeSource>;
  readonly docs?: Entry<boolean | DocsSource>;
  readonly templates?: Entry<string>;
  readonly format?: Entry<boolean>;
  readonly namespace?: Entry<string>;
  readonly fieldOrder?: Entry<"spec" | "alphabetical">;
  readonly inlineNames?: Entry<"qualified" | "short">;
  readonly tables?: Entry<"padded" | "compact">;
  readonly maxDepth?: Entry<number>;
}

export interface CodeSource {
  readonly output?: Entry<string>;
}

export interface DocsSource {
  readonly output?: Entry<string>;
  readonly flavor?: Entry<DocsFlavor>;
  readonly look?: Entry<DocsLook>;
  readonly languages?: Entry<DocsLanguages>;
}

export function configShape(languages: readonly TargetLanguage[]): RecordShape & Shape<ConfigSource> {
  const targets = Object.fromEntries(languages.map((language) => [language.id, targetShape(language)]));
  return record<ConfigSource>("config", "What modelwright generates.", {
    spec: { shape: nonEmptyText, doc: 'The folder of the field specs, relative to this file. Default: "spec".' },
    versions: { shape: list(nonEmptyText, { unique: true }), doc: "The API's versions, oldest first." },
    languages: {
      shape: list(nonEmptyText, { unique: true }),
      doc: "Modules with more languages: paths like ./tools/graphql.js, or names of packages.",
    },
    targets: {
      shape: dictionary(variant<TargetSource>("target", "language", targets), { notEmpty: true }),
      doc: "The trees to generate, by names of your choice.",
      required: true,
    },
  });
}

/** Every folder that a target names for its files, as written in the config. */
export function foldersOf({ output, code, docs }: TargetSource): readonly Located<string>[] {
  return [output, code?.value.output, ownDocs(docs?.value)?.output].flatMap((folder) => folder ?? []);
}

/** The keys of `docs:` if it is a mapping. */
export function ownDocs<T extends object>(docs: boolean | T | undefined): T | undefined {
  return typeof docs === "object" ? docs : undefined;
}

export const codeRecord = record<CodeSource>("code option", "Where the classes go.", {
  output: {
    required: true,
    shape: nonEmptyText,
    doc: "The folder of the classes, relative to this file; it takes the place of the folder that their paths begin with.",
  },
});

export const docsRecord = record<DocsSource>("docs option", "Where the docs pages go, and how they look.", {
  output: { shape: nonEmptyText, doc: "The folder of the docs pages, relative to this file." },
  flavor: {
    shape: oneOfTexts("github", "mdx", "vitepress", "mkdocs"),
    doc: 'What renders the pages: "github" (the default), "mdx" (Docusaurus), "vitepress" or "mkdocs" (Material).',
  },
  look: {
    shape: oneOfTexts("documented", "full"),
    doc: '"documented" (the default) is the published format, "full" shows all that a spec declares.',
  },
  languages: {
    shape: oneOfTexts("separate", "together"),
    doc: 'Whether the pages show this target ("separate", the default) or the languages of all targets ("together", in the look "full").',
  },
});

/** The keys of targets of all languages. */
export const targetRecord = record<TargetSource>("target", "A tree of docs and classes in one language.", {
  language: { shape: nonEmptyText, doc: "The language to generate.", required: true },
  version: { shape: nonEmptyText, doc: "The API version to generate. Default: the newest." },
  output: {
    shape: nonEmptyText,
    doc: "The folder to write, relative to this file. Leave it out only if both `code` and `docs` have their own.",
  },
  code: { shape: codeRecord, doc: "Where the classes go, if not to `output`." },
  docs: {
    shape: either<boolean | DocsSource>(flag, docsRecord),
    doc: "Where the docs pages go, if not to `output`, and how they look; `false` for no docs pages.",
  },
  templates: { shape: nonEmptyText, doc: "A folder whose files replace shipped templates of the same name." },
  format: { shape: flag, doc: "Whether the output of your own templates is formatted with prettier. Default: false." },
  namespace: { shape: nonEmptyText, doc: "The namespace of models whose file sets none." },
  fieldOrder: { shape: oneOfTexts("spec", "alphabetical"), doc: "The order of fields." },
  inlineNames: {
    shape: oneOfTexts("qualified", "short"),
    doc: 'Whether an inline type is called after its owner and its field ("qualified", the default) or its field alone ("short").',
  },
  tables: {
    shape: oneOfTexts("padded", "compact"),
    doc: 'Whether the columns of tables are aligned ("padded", the default) or not ("compact", for small diffs).',
  },
  maxDepth: {
    shape: wholeFrom(1, 300),
    doc: `How many arrays and objects may be inside each other in JSON that classes read and write. Default: ${standardDepth}.`,
  },
});

/** The keys of a target of one language. */
export function targetShape(language: TargetLanguage): RecordShape & Shape<TargetSource> {
  const { namespace, fieldOrder } = targetRecord.keys;
  const keys = {
    ...targetRecord.keys,
    language: { ...targetRecord.keys["language"], shape: oneOfTexts(language.id) },
    namespace: { ...namespace, doc: `${namespace?.doc} Default: "${language.defaultNamespace}".` },
    fieldOrder: { ...fieldOrder, doc: `${fieldOrder?.doc} Default: "${language.defaultFieldOrder}".` },
    ...Object.fromEntries(Object.entries(language.options).map(([name, option]) => [name, optionKey(option)])),
  };
  const rules = { instead: { output: ["code", "docs"] } };
  return record<TargetSource>("target", `A tree of ${language.title} docs and classes.`, keys as KeysOf<TargetSource>, {
    rules,
  });
}

function optionKey(option: LanguageOption): Key<string | boolean> {
  const { description, default: standard } = option;
  const value = typeof standard === "string" ? `"${standard}"` : standard;
  return {
    shape: optionShape(option),
    doc: standard === undefined ? description : `${description} Default: ${value}.`,
  };
}

function optionShape({ default: standard, values, pattern, form }: LanguageOption): Shape<string | boolean> {
  if (typeof standard === "boolean") return flag;
  if (values !== undefined) return oneOfTexts(...values);
  return pattern === undefined ? text : textLike(wholly(pattern), form ?? `a string that matches ${pattern}`);
}
