/** Changes parts of the input of a generated file, and finds the lines that differ. */
import { diffArrays } from "diff";
import type { Target } from "../config/config.js";
import { hasErrors, type Span } from "../diagnostics/diagnostic.js";
import { generate, type Input } from "../generate.js";
import type { GeneratedFile } from "../render/page.js";
import type { TemplateFile } from "../render/template-files.js";
import type { Definition, Spec } from "../spec/spec.js";
import { edited, type Edit } from "./edits.js";
import type { Change, Part } from "./part.js";
import { specParts } from "./spec-parts.js";
import { type Tree, treesOf } from "./trees.js";
import { removalOfUnrelated } from "./unrelated.js";

/** A generated file and what it was generated from. */
export interface Subject {
  readonly input: Input;
  readonly target: Target;
  readonly file: GeneratedFile;
  /** The spec as the target sees it. */
  readonly spec: Spec;
}

/** The lines of the file that a part changes, from 0. */
export interface Effect extends Differences {
  readonly part: Part;
}

export interface Differences {
  readonly content: ReadonlySet<number>;
  /** Lines that are still there, elsewhere or with other spaces and dashes. */
  readonly layout: ReadonlySet<number>;
}

/** Edits of specs and templates. */
interface Edits {
  readonly spec?: readonly Edit[];
  readonly template?: readonly Edit[];
}

export class Experiment {
  readonly #lines: readonly string[];
  /** The specs, and edits that remove what cannot matter. */
  readonly #trees: readonly Tree[];
  #unrelated: readonly Edit[] = [];
  /** The definition that the file shows; undefined for indexes and the like. */
  readonly #shown: Definition | undefined;
  #number: number;

  constructor(
    private readonly subject: Subject,
    private readonly isAsked: (line: number) => boolean,
  ) {
    const { span } = subject.file.page;
    const { definitions } = subject.spec;
    this.#number = definitions.findIndex((each) => each.span.file === span?.file && each.span.start === span.start);
    this.#lines = subject.file.text.split("\n");
    this.#trees = treesOf(subject.input.sources);
    this.#shown = definitions[this.#number];
  }

  /** Continues without the models that the file does not depend on. */
  async leaveOutUnrelated(): Promise<void> {
    const { span } = this.subject.file.page;
    if (this.#shown === undefined || span === undefined) return;
    this.#unrelated = removalOfUnrelated(this.#trees, span);
    const changed = await this.#changedLines([]);
    if (changed?.content.size !== 0 || changed.layout.size !== 0) this.#unrelated = [];
  }

  async effectsOfSpec(): Promise<readonly Effect[]> {
    const effects: Effect[] = [];
    let unchanged = specParts(this.#trees).filter(({ span }) => !this.#unrelated.some((edit) => covers(edit, span)));
    for (let at = 0; unchanged.some(({ changes }) => changes[at]); at++) {
      const { invalid, ...found } = await this.#tryChange(unchanged, ({ changes }) => changes[at]);
      effects.push(...found.effects);
      unchanged = unchanged.filter((part) => part.changes[at] === undefined || invalid.has(part));
    }
    for (let at = 0; unchanged.some(({ alternatives }) => alternatives[at]); at++)
      effects.push(...(await this.#tryChange(unchanged, ({ alternatives }) => alternatives[at])).effects);
    return effects;
  }

  /** @param changeOf undefined for parts that have no such change */
  async #tryChange(parts: readonly Part[], changeOf: (part: Part) => Change | undefined): Promise<Search> {
    const able = parts.filter(changeOf);
    const { effects, invalid } = await this.#search(able, (part) => ({ spec: changeOf(part)!.edits }));
    const resized = [0, 1].map(async (size) => {
      const sized = able.filter((part) => !invalid.has(part) && changeOf(part)!.resizes[size] !== undefined);
      return this.#search(sized, (part) => ({ spec: changeOf(part)!.resizes[size]! }));
    });
    const others = (await Promise.all(resized)).flatMap((each) => each.effects.map(onlyLayout));
    return { effects: [...effects, ...others], invalid };
  }

  async effectsOfTemplates(parts: readonly Part[]): Promise<readonly Effect[]> {
    const { effects } = await this.#search(parts, ({ changes }) => ({ template: changes[0]!.edits }));
    return effects;
  }

  /** Changes groups of parts, and halves those that change a line or are not valid together. */
  async #search(parts: readonly Part[], editsOf: (part: Part) => Edits): Promise<Search> {
    if (parts.length === 0) return { effects: [], invalid: new Set() };
    const changed = await this.#changedLines(parts.map(editsOf));
    if (changed?.content.size === 0 && changed.layout.size === 0) return { effects: [], invalid: new Set() };
    const [part] = parts;
    if (part !== undefined && parts.length === 1)
      return changed === undefined
        ? { effects: [], invalid: new Set([part]) }
        : { effects: [{ part, ...changed }], invalid: new Set() };
    const middle = parts.length >> 1;
    const first = await this.#search(parts.slice(0, middle), editsOf);
    const second = await this.#search(parts.slice(middle), editsOf);
    return {
      effects: [...first.effects, ...second.effects],
      invalid: new Set([...first.invalid, ...second.invalid]),
    };
  }

  /** The asked lines that differ after the edits; undefined if the input is not valid then. */
  async #changedLines(edits: readonly Edits[]): Promise<Differences | undefined> {
    const { input, target, file } = this.subject;
    const { targets, diagnostics } = await generate({
      ...input,
      targets: [target],
      sources: edited(
        input.sources,
        edits.flatMap(({ spec = [] }) => spec),
      ),
      templates: new Map([[target.name, this.#editedTemplates(edits.flatMap(({ template = [] }) => template))]]),
      reuse: ({ spec, definition }, render) => (this.#isShown(definition, spec) ? render() : Promise.resolve([])),
    });
    if (hasErrors(diagnostics)) return undefined;
    const files = targets.flatMap(({ files }) => files).filter(({ page }) => page.template === file.page.template);
    const found = files.find(({ output, path }) => output === file.output && path === file.path);
    return this.#differences(found ?? (files.length === 1 ? files[0] : undefined));
  }

  #editedTemplates(edits: readonly Edit[]): ReadonlyMap<string, TemplateFile> {
    const { input, target } = this.subject;
    const files = [...(input.templates.get(target.name) ?? [])];
    const texts = edited(
      files.map(([, file]) => file),
      edits,
    );
    return new Map(files.map(([name, file], at) => [name, texts[at] ?? file]));
  }

  /** Whether the file is a page of the definition: by its name or, if that was changed, by its last known number. */
  #isShown(definition: Definition, { definitions }: Spec): boolean {
    const isNamed = (each: Definition): boolean =>
      each.name === this.#shown?.name && each.namespace === this.#shown.namespace;
    if (isNamed(definition)) this.#number = definitions.indexOf(definition);
    return isNamed(definition) || (definition === definitions[this.#number] && !definitions.some(isNamed));
  }

  /** Without a file, all lines differ. */
  #differences(after: GeneratedFile | undefined): Differences {
    const [content, layout] = [new Set<number>(), new Set<number>()];
    if (after?.text === this.subject.file.text) return { content, layout };
    const lines = after?.text.split("\n") ?? [];
    const kept = new Set(lines.map(withoutLayout));
    let at = 0;
    for (const { added, removed, count } of diffArrays([...this.#lines], lines)) {
      if (added) continue;
      for (let line = at; removed && line < at + count; line++)
        if (this.isAsked(line)) (kept.has(withoutLayout(this.#lines[line] ?? "")) ? layout : content).add(line);
      at += count;
    }
    return { content, layout };
  }
}

function onlyLayout({ part, content, layout }: Effect): Effect {
  return { part, content: new Set(), layout: new Set([...content, ...layout]) };
}

/** A line of a table, or of code, whatever its width or indentation. */
function withoutLayout(line: string): string {
  return line.replace(/\s+/g, " ").replace(/-+/g, "-").trim();
}

function covers(edit: Edit, { file, start, end }: Span): boolean {
  return edit.file === file && edit.start <= start && end <= edit.end;
}

interface Search {
  readonly effects: readonly Effect[];
  /** The parts that cannot be changed in this way. */
  readonly invalid: ReadonlySet<Part>;
}
