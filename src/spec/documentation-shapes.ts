/** What may be said for readers about a type, a field or a value. Each sentence here is what an editor shows beside the key. */
import { either, flag, nonEmptyText, record, text, textLike } from "../shape/define.js";
import type { RecordShape, Shape } from "../shape/shape.js";
import type { DeprecationSource, ExternalDocsSource } from "./source.js";

export const externalDocs: RecordShape & Shape<ExternalDocsSource> = record<Omit<ExternalDocsSource, "broken">>(
  "external documentation",
  "Where more can be read.",
  {
    url: {
      shape: textLike(/^[^\s<>]+$/u, "a URL without spaces or angle brackets"),
      doc: "The address.",
      required: true,
    },
    description: { shape: nonEmptyText, doc: "What stands there." },
  },
);

export const deprecation: RecordShape & Shape<DeprecationSource> = record<Omit<DeprecationSource, "broken">>(
  "deprecation",
  "Why not to use it, and what to use.",
  {
    message: { shape: nonEmptyText, doc: "Why it should no longer be used, without a full stop." },
    use: { shape: nonEmptyText, doc: "The name of what to use instead." },
  },
);

export const deprecated = {
  shape: either<boolean | string | DeprecationSource>(flag, nonEmptyText, deprecation),
  doc: "That it should no longer be used: true, or why, or both the message and what to use instead.",
};

export const description = {
  shape: text,
  doc: "What it is, in Markdown; an empty text keeps that of the type from being shown.",
};
