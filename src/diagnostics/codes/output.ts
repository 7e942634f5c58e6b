/** Codes about the output: names, limits and templates of the languages, and the files of a run. */
import type { Catalogue } from "./entry.js";

const folderHint = "name a folder like generated/java";

export const outputCodes = {
  "name-clash": {
    rule: "Two things must not get the same name in one language.",
    severity: "error",
    messages: {
      model: 'another model is named "{name}"',
      field: {
        text: '{things} of "{model}" become the {language} field "{name}"',
        hint: "rename one of them: rename: { {id}: … }",
      },
      member: {
        text: '{things} of "{enum}" become the {language} member "{name}"',
        hint: "give one of them another name: {how}",
      },
      class: {
        text: '{things} become the {language} class "{name}" of the namespace "{namespace}"',
        hint: "rename one of them: names: { {id}: … }",
      },
      file: {
        text: '{things} become the {language} classes "{first}" and "{second}", whose file names differ only in case',
        hint: "rename one of them: names: { {id}: … }",
      },
      page: {
        text: "two pages have the same path, apart from case: {paths}",
        hint: 'rename one of them with "names"',
      },
    },
  },
  "unusable-name": {
    rule: "A name must be one that the language can use.",
    severity: "error",
    messages: {
      namespace: {
        text: "the namespace {name} cannot be a folder of the {language} models",
        hint: 'use letters, digits and "_"',
      },
      chosen: { text: "{name} cannot be {a thing}", hint: "choose another name: {how}" },
      empty: { text: "{name} contains nothing that {a thing} can be made of", hint: "choose a name: {how}" },
      length: {
        text: "{name} makes {a thing} of {length} characters; expected at most {limit}",
        hint: "choose a name: {how}",
      },
      hidesPackage: {
        text: '"{name}" cannot be a Java field here, because it hides a package that the two classes named "{class}" need',
        hint: "choose another name: rename: { java: {name}Value }",
      },
    },
  },
  "too-large": {
    rule: "A model or union must fit into a class of the language.",
    severity: "error",
    messages: {
      definition: '"{name}" is too large for a Java class: found {count} {things}, expected at most {limit}',
      jsonName: "a JSON name of {length} characters is too long for a Java class; expected at most {limit}",
    },
    example:
      'spec/big.yaml:2:3: error too-large: "Big" is too large for a Java class: found 3001 fields, expected at most 3000',
  },
  "unchecked-pattern": {
    rule: "A pattern should be one that the classes of every language can check.",
    severity: "warning",
    messages: { languages: "{languages} cannot express this pattern, so classes do not check it there" },
  },
  "template-error": {
    rule: "A template must be valid Handlebars and use only keys of its view.",
    severity: "error",
    messages: {
      syntax: "invalid Handlebars: {reason}",
      unknownKey: '"{key}" is not in the view',
      blockPath: "the path of a block leads through a key that is not in the view",
      partialName: "expected the name of a partial, found an expression",
      unknownPartial: 'there is no partial "{name}"',
      missing: { text: 'there is no template "{template}" for the page "{path}"', hint: 'add the file "{file}"' },
      other: "{reason}",
    },
  },
  "unused-template": {
    rule: "A file in a template folder must replace a shipped one of the same name, or be included by one.",
    severity: "warning",
    messages: {
      name: 'no page uses the template "{name}"',
      ending: { text: 'no page uses the file "{name}"', hint: 'name it "{template}" to replace the shipped template' },
    },
    example: `my-templates/docs/modle.hbs:1:1: warning unused-template: no page uses the template "docs/modle"
  hint: did you mean "docs/model"?`,
  },
  "invalid-language": {
    rule: "A module under `languages` must be in the project, load, and export a language with an id of its own.",
    severity: "error",
    messages: {
      absolute: { text: "expected a path relative to the config, or the name of a package", hint: 'write "./…"' },
      outside: {
        text: '"{name}" is outside the folder of the config',
        hint: "move it there, or install it as a package",
      },
      name: { text: '"{name}" is neither a path nor the name of a package', hint: 'a path begins with "./"' },
      load: '"{name}" cannot be loaded: {reason}',
      changed: {
        text: '"{name}" has changed since this process loaded it',
        hint: "run modelwright in a new process",
      },
      export: { text: '"{name}" exports no language: {reason}', hint: "its default export must be a Language" },
      id: { text: '"{name}" has the id "{id}", which another language has', hint: "give it an id of its own" },
      failure: "the language {title} failed: {reason}",
    },
    example: `modelwright.yaml:2:13: error invalid-language: "./tools/graphql.js" exports no language: "title" must be a string
  hint: its default export must be a Language`,
  },
  "path-escape": {
    rule: "An output path must stay inside its own output folder.",
    severity: "error",
    messages: {
      backslash: { text: "expected forward slashes in the path of a folder", hint: folderHint },
      absolute: { text: "expected an output folder relative to the config, found an absolute path", hint: folderHint },
      control: { text: "an output folder must not have control characters in its name", hint: folderHint },
      home: {
        text: "expected an output folder relative to the config, found ~, which only a shell expands",
        hint: folderHint,
      },
      outside: { text: "an output folder must be inside the folder of the config{leads}", hint: folderHint },
      config: { text: "an output folder must not be the folder of the config{leads}", hint: folderHint },
      tool: { text: "an output folder must not be inside {folder}{leads}", hint: folderHint },
      shared: 'the output folder "{path}" must not overlap with {other}{leads}',
      page: 'the path "{path}" cannot be written: {reason}',
      modelPage: {
        text: 'the path "{path}" cannot be written: {reason}',
        hint: 'give "{model}" another name with "names"',
      },
    },
  },
  "nothing-to-do": {
    rule: "A run must have something to generate.",
    severity: "error",
    messages: {
      folder: {
        text: 'no .yaml or .yml files in "{path}"',
        hint: 'to start from an OpenAPI document, run "npx modelwright import openapi FILE --out {path}"',
      },
      models: "the spec has no models, so there is nothing to generate",
      import: { text: "the documents declare no models, so there is nothing to import", severity: "warning" },
    },
    example: "error nothing-to-do: the spec has no models, so there is nothing to generate",
  },
  "unwritable-cache": {
    rule: "The cache folder should be writable: without a cache, every run renders everything.",
    severity: "warning",
    messages: { folder: 'results cannot be cached in "{path}", so runs are slower: {reason}' },
    hint: "use --cache-dir to name another folder, or --no-cache",
    example: `warning unwritable-cache: results cannot be cached in "/app/node_modules/.cache/modelwright", so runs are slower: permission denied
  hint: use --cache-dir to name another folder, or --no-cache`,
  },
  "missing-file": {
    rule: "Every generated file must exist.",
    severity: "error",
    messages: { file: '"{path}" is missing', because: '"{path}" is missing: {cause}' },
    example: 'spec/person.yaml:2:3: error missing-file: "docs/models/person.md" is missing',
  },
  "stale-file": {
    rule: "A generated file must be what the spec, the config and the templates give.",
    severity: "error",
    messages: {
      file: '"{path}" is out of date',
      because: '"{path}" is out of date: {cause}',
      spec: '"{path}" is out of date with the documents that it was imported from',
    },
    example: `spec/person.yaml:2:3: error stale-file: "docs/models/person.md" is out of date: the config of the target changed`,
  },
  "left-over-file": {
    rule: "A generated file that the spec no longer needs must be removed.",
    severity: "error",
    messages: {
      file: '"{path}" is left over: nothing generates it any more',
      because: '"{path}" is left over: {cause}, and nothing generates it any more',
      spec: '"{path}" is left over: the documents no longer have what it was imported from',
    },
    example:
      'error left-over-file: "docs/models/pet.md" is left over: the spec changed, and nothing generates it any more',
  },
  "edited-file": {
    rule: "A generated file must not be edited by hand.",
    severity: "error",
    messages: {
      file: {
        text: '"{path}" was edited by hand',
        hint: "move the change to the spec or to a template of your own, or overwrite it with --force",
      },
      spec: {
        text: '"{path}" was edited by hand',
        hint: "move the change to the document that it was imported from, or overwrite it with --force",
      },
    },
    example: `docs/models/person.md:7:1: error edited-file: "docs/models/person.md" was edited by hand
  hint: move the change to the spec or to a template of your own, or overwrite it with --force`,
  },
  "foreign-file": {
    rule: "A file that was not generated must not have the path of a generated one.",
    severity: "error",
    messages: {
      file: {
        text: '"{path}" is in the way: it was not generated',
        hint: "move it elsewhere, or overwrite it with --force",
      },
    },
    example: `error foreign-file: "docs/models/person.md" is in the way: it was not generated
  hint: move it elsewhere, or overwrite it with --force`,
  },
  "blocked-file": {
    rule: "The path of a generated file must not be a folder or lead through a link.",
    severity: "error",
    messages: { file: { text: '"{path}" cannot be written: {reason}', hint: "remove what is in the way" } },
    example: `error blocked-file: "docs/models/person.md" cannot be written: it is a folder
  hint: remove what is in the way`,
  },
} as const satisfies Catalogue;
