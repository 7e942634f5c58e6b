/** Sentences that pages and cells share (format §1, §7). */
import type { Deprecation, Documented } from "../spec/spec.js";

/** The documented message of what is deprecated without one. */
const documentedMessage = "This will be removed in a future release, please migrate away from it as soon as possible";

/** The same without a promise that the spec does not make. */
export const plainMessage = "It should no longer be used";

/** The message, and the replacement if there is one. */
export function deprecationText({ message, use }: Deprecation, otherwise = documentedMessage): string {
  return `${message ?? otherwise}.${use === undefined ? "" : ` Use \`${use}\` instead.`}`;
}

/** The Description column: deprecation, description and external docs, as far as they exist. */
export function descriptionCell(documented: Pick<Documented, "deprecated" | "description" | "externalDocs">): string {
  const { deprecated, description, externalDocs } = documented;
  if (deprecated === undefined && externalDocs === undefined) return description || "N/A";
  const parts = [
    deprecated === undefined ? "" : `: warning: ** DEPRECATED **: ${deprecationText(deprecated)}`,
    description ?? "",
    externalDocs === undefined ? "" : `[${externalDocs.description ?? externalDocs.url}](${externalDocs.url})`,
  ];
  return parts.filter((part) => part !== "").join("\n\n") || "N/A";
}

/** The first sentence of a description, on one line; all of it if no sentence ends, "" if there is none. */
export function firstSentence(description: string | undefined): string {
  const paragraph = (description ?? "").trim().split(/\n\s*\n/, 1)[0] ?? "";
  const line = paragraph.replace(/\s+/g, " ");
  return /^.*?[.!?](?=$| \p{Lu})/u.exec(line)?.[0] ?? line;
}
