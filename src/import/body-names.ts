/** What distinguishes the bodies of an operation that have different media types, for their names. */
import type { Place } from "./place.js";

/**
 * What each body adds to the name: nothing for JSON, its title, or its media type.
 *
 * @param bodies for each body the schemas of all its media types
 */
export function bodyNames(bodies: readonly (readonly Place[])[]): readonly string[] {
  if (bodies.length < 2) return bodies.map(() => "");
  const titles = bodies.map((each) => titleOf(each) ?? "");
  const short = bodies.map((each) => shortName(mediaTypeOf(each)));
  const isAlone = (name: string, all: readonly string[]): boolean => all.filter((each) => each === name).length === 1;
  return bodies.map((each, index) => {
    const [title = "", name = ""] = [titles[index], short[index]];
    if (each.some((place) => place.parent?.key === "application/json")) return "";
    if (title !== "" && isAlone(title, titles) && !short.includes(title)) return title;
    return isAlone(name, short) ? name : mediaTypeOf(each).replace(/[^A-Za-z0-9]+/g, "_");
  });
}

function titleOf([place]: readonly Place[]): string | undefined {
  return place?.get("title")?.text;
}

/** The first in the order of names. */
function mediaTypeOf(body: readonly Place[]): string {
  return body.map((each) => each.parent?.key ?? "").toSorted()[0] ?? "";
}

/** `multipart/form-data` → `multipart`, `application/x-ndjson` → `ndjson`, `application/vnd.api+json` → `vnd_api_json`. */
function shortName(mediaType: string): string {
  const [type = "", subtype = ""] = (mediaType.split(";")[0] ?? "").trim().toLowerCase().split("/");
  if (type === "multipart") return type;
  if (subtype === "x-www-form-urlencoded") return "form";
  const words = subtype.replace(/^x-/, "").replace(/[^a-z0-9]+/g, "_");
  return words === "_" || words === "" ? "any" : words;
}
