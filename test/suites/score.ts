/** How a language does in a suite. */
import { canonical } from "../conformance/judge.js";
import type { Response } from "../conformance/vectors.js";
import { documentId, type Group, type SuiteDocument } from "./suite.js";

export interface Score {
  /** Groups whose schema became a spec, of `groups`. */
  readonly expressed: number;
  readonly groups: number;
  /** Expressed groups in which every document was read or rejected as the suite says. */
  readonly conforming: number;
  /** The other expressed groups. */
  readonly differing: readonly Difference[];
}

export interface Difference {
  readonly title: string;
  /** Whether the conversion reported that something of the schema is not expressed. */
  readonly isReported: boolean;
  /** Document → what went wrong. */
  readonly documents: Readonly<Record<string, string>>;
}

export function score(groups: readonly Group[], answers: ReadonlyMap<string, Response>): Score {
  const expressed = groups.filter(({ spec }) => spec !== undefined);
  const differing = expressed.flatMap((group): readonly Difference[] => {
    const wrong = group.documents.flatMap((document, index) => {
      const problem = judge(document, answers.get(documentId(group, index)));
      return problem === undefined ? [] : [[document.title, problem] as const];
    });
    if (wrong.length === 0) return [];
    return [{ title: group.title, isReported: group.reports.length > 0, documents: Object.fromEntries(wrong) }];
  });
  return {
    expressed: expressed.length,
    groups: groups.length,
    conforming: expressed.length - differing.length,
    differing,
  };
}

/** What is wrong with the answer for a document, or undefined. A violation that `validate` lists is a rejection. */
export function judge({ text, isValid, errors }: SuiteDocument, response: Response | undefined): string | undefined {
  if (response === undefined) return "no answer";
  const found = response.ok ? response.violations : response.errors;
  const paths = [...new Set(found.map(({ path }) => path))].sort();
  if (!isValid) {
    if (paths.length === 0) return "accepted";
    const expected = [...new Set(errors ?? paths)].sort();
    return expected.join() === paths.join() ? undefined : `named ${paths.join(", ")}, not ${expected.join(", ")}`;
  }
  if (!response.ok || paths.length > 0) return `rejected at ${paths.join(", ")}`;
  return canonical(response.json) === canonical(`{"value":${text}}`) ? undefined : `wrote back ${response.json}`;
}
