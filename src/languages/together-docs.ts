/** A target whose docs pages show the languages of several targets. */
import type { Target } from "../config/config.js";
import type { MarkdownReader } from "../docs/prose.js";
import { type LanguageDocs, type TogetherPages, togetherPages } from "../docs/together.js";
import { isDocsPage } from "../render/page.js";
import type { Spec } from "../spec/spec.js";
import { languageAmong } from "./index.js";
import type { Language, Pages } from "./language.js";

interface Surroundings {
  readonly languages: readonly Language[];
  readonly read: MarkdownReader | undefined;
  specOf(target: Target): Spec;
}

/** The pages of a target; its docs pages show the languages of other targets too if the config declares that. */
export function pagesOf(target: Target, surroundings: Surroundings): ReturnType<Language["pages"]> {
  const { languages, read, specOf } = surroundings;
  const language = languageAmong(languages, target.language);
  const docs = docsOf(target, surroundings);
  if (docs === undefined) return language.pages(specOf(target), target, read);
  const { docs: _, ...others } = target;
  return withDocs(language.pages(specOf(target), { ...others, docs: undefined }), docs);
}

function withDocs(pages: ReturnType<Language["pages"]>, docs: TogetherPages): ReturnType<Language["pages"]> {
  return {
    diagnostics: pages.diagnostics,
    of: (definition) => [...docs.of(definition), ...withoutDocs(pages.of(definition))],
    others: () => [...docs.others(), ...withoutDocs(pages.others())],
  };
}

function withoutDocs(pages: ReturnType<Pages["of"]>): ReturnType<Pages["of"]> {
  return [...pages].filter((page) => !isDocsPage(page));
}

/** Undefined if the pages show one language, or if the target's language has no context to show. */
function docsOf(target: Target, surroundings: Surroundings): TogetherPages | undefined {
  if (target.docs?.together === undefined) return undefined;
  const own = languageDocs(target, target, surroundings);
  const others = target.docs.together.flatMap((each) => languageDocs(each, target, surroundings) ?? []);
  return own && togetherPages(own, others);
}

/** @param owner the target that has the pages */
function languageDocs(
  target: Target,
  { docs }: Target,
  { languages, read, specOf }: Surroundings,
): LanguageDocs | undefined {
  const language = languageAmong(languages, target.language);
  const spec = specOf(target);
  const context = language.docs?.(spec, { ...target, docs }, read);
  return context && { title: language.title, context, spec };
}
