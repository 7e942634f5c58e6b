/** The examples in JSON on a page: one, or one of a request and one of a response if these differ. */
import type { Definition } from "../spec/spec.js";
import { exampleOf, jsonText } from "./json-example.js";
import { linkFromPage } from "./links.js";
import type { SiteWriter } from "./site-writer.js";

export type SiteExampleView = {
  readonly heading: string;
  /** Whether another class reads it, and the link to its page. */
  readonly hasPage: boolean;
  readonly page: string;
  readonly code: string;
};

export function siteExamples(definition: Definition, writer: SiteWriter): readonly SiteExampleView[] {
  const own = textOf(definition);
  const other = definition.direction?.other;
  const others = other === undefined ? own : textOf(other);
  if (other === undefined || others === own) return own === undefined ? [] : [exampleView("Example", own, writer)];
  const both = [definition, other].toSorted((a, b) => rank(a) - rank(b));
  return both.flatMap((each) => {
    const text = each === definition ? own : others;
    const heading = each.direction?.use === "request" ? "Request Example" : "Response Example";
    const page = each === definition ? undefined : each;
    return text === undefined ? [] : [exampleView(heading, text, writer, page)];
  });
}

function textOf(definition: Definition): string | undefined {
  const example = exampleOf(definition);
  return example === undefined ? undefined : jsonText(example);
}

/** Requests first. */
function rank({ direction }: Definition): number {
  return direction?.use === "request" ? 0 : 1;
}

function exampleView(heading: string, text: string, writer: SiteWriter, of?: Definition): SiteExampleView {
  const { names, isShown } = writer.context;
  const hasPage = of !== undefined && isShown?.(of) !== false;
  return {
    heading,
    hasPage,
    page: hasPage ? `[${writer.flavor.text(names.className(of))}](${linkFromPage(of, names)})` : "",
    code: writer.flavor.block(text, "json"),
  };
}
