/** The shipped templates as they are compiled when the package is built (see build/compile-template.js). */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileTemplate, runtime } from "../../build/compile-template.js";
import { Block, Imports } from "../../src/code/blocks.js";
import { symbol } from "../../src/code/code.js";
import { layOutPrinted, Printed } from "../../src/code/lay-out.js";
import { checkConfig } from "../../src/config/check.js";
import { type Plan, plan } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";
import type { CompiledTemplate } from "../../src/render/compiled.js";
import { handlebarsTemplates } from "../../src/render/handlebars.js";
import { shippedTemplates } from "../docs/render-docs.js";
import { madeSpecFile } from "../fuzz/made-spec.js";
import { threeLanguages } from "../generate-texts.js";
import { openIn, projectRoot } from "../generated.js";

const dialect = { lineWidth: 80, tabWidth: 2, importLine: (imported: string) => `import ${imported};` };

/** What the template `page` of these texts prints, or another one, compiled. */
function compiled(texts: Readonly<Record<string, string>>): (view: unknown, name?: string) => Printed {
  const sources = Object.entries(texts).map(([name, text]) => `[${JSON.stringify(name)}, ${compileTemplate(text)}]`);
  const make = new Function(`${runtime}return new Map([${sources.join(",")}]);`) as () => Map<string, CompiledTemplate>;
  const templates = make();
  return (view, name = "page") => {
    const printed = new Printed();
    printed.parts.push(templates.get(name)!(view, view, templates, printed, ""));
    return printed;
  };
}

/** The same by Handlebars. */
function interpreted(texts: Readonly<Record<string, string>>): (view: unknown) => Printed {
  const files = Object.entries(texts).map(([name, text]) => [name, { path: `${name}.hbs`, text, own: false }] as const);
  const render = handlebarsTemplates(new Map(files));
  return (view) =>
    render({ path: "x", template: "page", view: view as never, dialect, model: undefined, span: undefined });
}

describe("a compiled template gives what Handlebars gives", () => {
  const view = {
    a: "A",
    no: false,
    yes: true,
    zero: 0,
    empty: "",
    none: [],
    list: [
      { a: "1", inner: ["x", "y"] },
      { a: "2", inner: [] },
      { a: "3", inner: ["z"] },
    ],
    deep: { a: "D", list: ["p", "q"] },
    code: symbol("Code", "code"),
    comment: new Block(() => ["// one", "// two"]),
    imports: new Imports(),
  };
  const part = "{{a}}\n{{#each inner}}\n  {{this}}\n{{/each}}\n\nend\n";
  test.each([
    "{{a}} {{deep.a}} {{this.a}} {{@root.a}}",
    "{{#if yes}}1{{/if}}{{#if no}}2{{else}}3{{/if}}{{#unless no}}4{{/unless}}{{#unless yes}}5{{else}}6{{/unless}}",
    "{{#if zero}}1{{else if empty}}2{{else if none}}3{{else if list}}4{{/if}}",
    "{{#each list}}{{a}}{{../a}}{{@root.deep.a}}{{#unless @last}}, {{/unless}}{{#if @first}}!{{/if}}{{/each}}",
    "{{#each list}}{{#each inner}}{{this}}{{../a}}{{../../a}}{{#if @last}};{{/if}}{{/each}}{{#if @last}}.{{/if}}{{/each}}",
    "{{#each none}}{{a}}{{/each}}{{#with deep}}{{a}}{{../a}}{{#each list}}{{this}}{{../a}}{{/each}}{{/with}}",
    "{{#each list}}{{#with ../deep}}{{a}}{{../a}}{{../../a}}{{#if @last}}!{{/if}}{{/with}}{{/each}}{{#with none}}x{{/with}}",
    "x\n  {{> part deep}}\ny\n{{#each list}}\n    {{> part}}\n{{/each}}\n{{> part deep}} z {{~a~}} z\n",
    "{{imports}}\n\n{{code}}{{a}}{{code}} {{@root.code}}\n  {{comment}}\n",
    "x\n  {{> code}}\n    {{> code deep}}\ny\n{{> code}}",
    '{{!-- said aside --}}\n  {{! too }}\n\\{{a}} \\\\{{a}} "quoted" `${a}` \u2028\n',
  ])("%s", (page) => {
    const code = "{{@root.comment}}\n{{a}} {{@root.code}}\n\n  {{@root.code}}\n";
    const texts = {
      page,
      code,
      part: part.replace("{{#each inner}}", "{{#each @root.list}}").replace("{{this}}", "{{a}}"),
    };
    expect(layOutPrinted(compiled(texts)(view), dialect)).toBe(layOutPrinted(interpreted(texts)(view), dialect));
  });

  test("and fails where it fails", () => {
    for (const page of ["{{b}}", "{{deep.b}}", "{{#if b}}{{/if}}", "{{#each b}}{{/each}}", "{{#with b}}{{/with}}"]) {
      expect(() => interpreted({ page })(view), page).toThrow();
      expect(() => compiled({ page })(view), page).toThrow("is not in the view");
    }
  });

  test("goes through lists only", () => {
    for (const page of ["{{#each deep}}{{/each}}", "{{#each a}}{{/each}}"]) {
      expect(() => compiled({ page })(view), page).toThrow("only lists have items");
    }
  });

  test.each([
    "{{a list}}",
    "{{#each list as |item|}}{{/each}}",
    "{{#each list}}{{else}}{{/each}}",
    "{{#each list}}{{@key}}{{/each}}",
    "{{#if yes includeZero=true}}{{/if}}",
    "{{../a}}",
    "{{@last}}",
    "{{#each list}}{{#with this}}{{@../last}}{{/with}}{{/each}}",
    "{{#each list}}{{@first.a}}{{/each}}",
    "{{^if yes}}{{/if}}",
    "{{if}}",
    "{{toString}}",
    "{{#lookup list 0}}{{/lookup}}",
    "{{> part a=list}}",
    "{{> (lookup . 'a')}}",
    "{{#> part}}{{/part}}",
    '{{"a"}}',
  ])("%s is refused", (page) => {
    expect(() => compileTemplate(page)).toThrow(/^1:\d+: this \w+ is more than a shipped template may hold$/);
  });
});

describe("every page is the same by both", () => {
  const renderers = new Map(
    languages.map(({ id }) => {
      const files = shippedTemplates(id);
      const texts = Object.fromEntries([...files].map(([name, { text }]) => [name, text]));
      return [id, { byHandlebars: handlebarsTemplates(files), compiled: compiled(texts) }];
    }),
  );
  function expectSame(plans: readonly Plan[]): void {
    for (const { target, pages } of plans) {
      const { byHandlebars, compiled } = renderers.get(target.language)!;
      for (const page of pages) {
        const laidOut = layOutPrinted(compiled(page.view, page.template), page.dialect);
        expect(laidOut, page.path).toBe(layOutPrinted(byHandlebars(page), page.dialect));
      }
    }
  }

  const cases = join(projectRoot, "test/cases");
  test.each(["", ...readdirSync(cases).map((name) => `test/cases/${name}`)])("%s", (folder) => {
    const { config, targets, inputs } = openIn(join(projectRoot, folder));
    const plans = plan({ config, targets, sources: inputs.sources }).value ?? [];
    expect(plans.length).toBeGreaterThan(0);
    expectSame(plans);
  });

  test.each(["names", "strings"] as const)("specs with hostile %s", (hostility) => {
    const { value: config } = checkConfig({ path: "modelwright.yaml", text: threeLanguages }, languages);
    const specs = fc.sample(madeSpecFile(hostility), { numRuns: 100 });
    const planned = specs.map(
      (text) => plan({ config: config!, sources: [{ path: "spec/a.yaml", text }] }).value ?? [],
    );
    expect(planned.filter((plans) => plans.length > 0).length).toBeGreaterThan(10);
    planned.forEach(expectSame);
  });
});
