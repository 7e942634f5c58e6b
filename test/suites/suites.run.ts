/** `npm run conformance`: runs the public suites whose folders are given, and writes their results. */
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { conformingLanguages } from "../conformance/languages.js";
import { reasonsOf } from "./by-design.js";
import { jtdGroups } from "./jtd.js";
import { jsonSchemaGroups, quicktypeGroups } from "./schemas.js";
import { score, type Score } from "./score.js";
import { answers, checked, type Group } from "./suite.js";
import { readResults, type Result, resultsPath, type SuiteResult } from "./table.js";

const suites: readonly {
  readonly title: string;
  readonly variable: string;
  groups(folder: string): readonly Group[];
}[] = [
  { title: "JSON Type Definition", variable: "JTD", groups: jtdGroups },
  { title: "JSON Schema", variable: "JSON_SCHEMA", groups: jsonSchemaGroups },
  { title: "quicktype", variable: "QUICKTYPE", groups: quicktypeGroups },
];

describe.each(suites.filter(({ variable }) => process.env[variable] !== undefined))("$title", (suite) => {
  test("is handled as documented", async () => {
    const groups = suite.groups(process.env[suite.variable]!).map(checked);
    const expressed = groups.filter(({ spec }) => spec !== undefined).length;
    const languages: Record<string, Result> = {};
    for (const language of conformingLanguages) {
      expect(language.missing).toBeUndefined();
      languages[language.title] = resultOf(suite.title, score(groups, await answers(language, groups)));
    }
    await save({ title: suite.title, groups: groups.length, expressed, languages });
    expect(Object.values(languages).flatMap(({ unreported }) => unreported)).toEqual([]);
  });
});

function resultOf(suite: string, { conforming, differing }: Score): Result {
  if (process.env["DETAILS"] !== undefined) console.log(JSON.stringify(differing, undefined, 1));
  const reasons = reasonsOf(suite);
  const silent = differing
    .filter(({ isReported }) => !isReported)
    .map(({ title }) => title)
    .toSorted();
  return {
    conforming,
    reported: differing.length - silent.length,
    byDesign: Object.fromEntries(silent.flatMap((title) => (title in reasons ? [[title, reasons[title]!]] : []))),
    unreported: silent.filter((title) => !(title in reasons)),
  };
}

async function save(result: SuiteResult): Promise<void> {
  const results = readResults();
  const others = results.filter(({ title }) => title !== result.title);
  const ordered = suites.flatMap(({ title }) => [result, ...others].filter((each) => each.title === title));
  writeFileSync(resultsPath, await format(JSON.stringify(ordered), { parser: "json", printWidth: 120 }));
}
