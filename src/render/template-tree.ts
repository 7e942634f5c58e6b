/** The syntax tree of a template: what Handlebars does not check, and how to go on after a mistake. */
import Handlebars from "handlebars";
import { problem } from "../diagnostics/problem.js";
import type { TemplateFile, TemplateFiles } from "./template-files.js";
import { LocatedError, type Location, unknownKey } from "./template-mistakes.js";

/** What Handlebars would report without a place, or not at all: unknown partials, prototypes. */
export function mistakesIn(
  program: hbs.AST.Program,
  file: TemplateFile,
  files: TemplateFiles,
): readonly LocatedError[] {
  const found: LocatedError[] = [];
  const visitor = new Handlebars.Visitor();
  const visitPartial = (statement: hbs.AST.PartialStatement): void => {
    const { name, loc } = statement;
    const partial = "original" in name ? String(name.original) : undefined;
    if (partial === undefined) found.push(new LocatedError(problem("template-error", "partialName"), file, loc));
    else if (!files.has(partial))
      found.push(new LocatedError(problem("template-error", "unknownPartial", { name: partial }), file, loc));
    Handlebars.Visitor.prototype.PartialStatement.call(visitor, statement);
  };
  visitor.PartialStatement = visitPartial;
  visitor.PathExpression = ({ parts, loc }) => {
    const inherited = parts.find((part) => typeof part === "string" && part in Object.prototype);
    if (inherited !== undefined) found.push(new LocatedError(unknownKey(inherited), file, loc));
  };
  visitor.accept(program);
  return found;
}

/** The first argument of the block at a place. */
export function argumentAt(program: hbs.AST.Program, at: Location): hbs.AST.Expression | undefined {
  const found: hbs.AST.Expression[] = [];
  const visitor = new Handlebars.Visitor();
  visitor.BlockStatement = (block) => {
    if (isAt(block.loc, at)) found.push(...block.params.slice(0, 1));
    Handlebars.Visitor.prototype.BlockStatement.call(visitor, block);
  };
  visitor.accept(program);
  return found[0];
}

function isAt({ start, end }: Location, at: Location): boolean {
  return compare(start, at.start) === 0 && compare(end, at.end) === 0;
}

/** Takes the innermost statement around a place out of a program. @returns whether there is one */
export function removeAt(program: hbs.AST.Program, at: Location): boolean {
  const index = program.body.findIndex(({ loc }) => compare(loc.start, at.start) <= 0 && compare(at.end, loc.end) <= 0);
  const statement = program.body[index];
  if (statement === undefined) return false;
  const { program: inner, inverse } = statement as Partial<hbs.AST.BlockStatement>;
  const isRemoved = [inner, inverse].some((each) => each != null && removeAt(each, at));
  if (!isRemoved) program.body.splice(index, 1);
  return true;
}

function compare(one: Location["start"], other: Location["start"]): number {
  return one.line - other.line || one.column - other.column;
}
