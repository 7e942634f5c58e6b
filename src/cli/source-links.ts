import { relative, resolve, sep } from "node:path";
import type { Spot } from "./diff-places.js";

/**
 * The web pages of lines, in a CI job of GitHub or GitLab.
 *
 * @param root the root of the repository
 */
export function sourceLinks(env: NodeJS.ProcessEnv, root: string): (spot: Spot) => string | undefined {
  const page = pageOf(env);
  return ({ file, line }) => {
    const path = relative(root, resolve(file)).split(sep);
    if (page === undefined || path[0] === "..") return undefined;
    return `${page}/${path.map(encoded).join("/")}${line === undefined ? "" : `#L${line}`}`;
  };
}

function pageOf(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, CI_PROJECT_URL, CI_COMMIT_SHA } = env;
  if (GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_SHA) {
    return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}`;
  }
  return CI_PROJECT_URL && CI_COMMIT_SHA ? `${CI_PROJECT_URL}/-/blob/${CI_COMMIT_SHA}` : undefined;
}

/** Parentheses would end a link in Markdown. */
function encoded(name: string): string {
  const escape = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name.toWellFormed()).replace(/[()'!*]/g, escape);
}
