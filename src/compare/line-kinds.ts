/** Which lines of a generated file differ: code, comments, or only spaces. */

export type LinesKind = "code" | "pages" | "comments" | "formatting";

export function kindOfLines(path: string, old: string, current: string): LinesKind {
  const ending = /\.\w+$/.exec(path)?.[0] ?? "";
  if (withoutSpaces(old) === withoutSpaces(current)) return "formatting";
  if (/^\.mdx?$/.test(ending)) return "pages";
  const comment = comments[ending];
  if (comment === undefined) return "code";
  const isSame = withoutSpaces(old.replace(comment, "")) === withoutSpaces(current.replace(comment, ""));
  return isSame ? "comments" : "code";
}

/** Spaces may be part of a string, but no version changes only those. */
function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, "");
}

const likeC = /^[ \t]*(?:\/\/.*|\/\*[\s\S]*?\*\/[ \t]*)$/gm;

/** Magic comments of Ruby have a meaning. */
const likeRuby = /^[ \t]*#(?! (?:typed|frozen_string_literal|encoding):).*$/gm;

/** Comments on lines of their own, by the ending of files. */
const comments: Readonly<Record<string, RegExp>> = {
  ...{ ".ts": likeC, ".java": likeC, ".rb": likeRuby, ".rbs": likeRuby, ".rbi": likeRuby },
};
