/** Documentation of a type, a field or a value. Editors show each sentence next to its key. */
import { either, flag, nonEmptyText, record, text, textLike } from "../shape/define.js";
import type { RecordShape, Shape } from "../shape/shape.js";
import type { DeprecationSource, ExternalDocsSource } from "./source.js";

export const externalDocs: RecordShape & Shape<ExternalDocsSource> = record<Omit<ExternalDocsSource, "broken">>(
  "external documentation",
  "Further documentation.",
  {
    url: {
      shape: textLike(/^[^\s<>]+$/u, "a URL without spaces or angle brackets"),
      doc: "Its URL.",
      required: true,
    },
    description: { shape: nonEmptyText, doc: "What it contains." },
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
  doc: "Whether it should no longer be used: true, the reason, or the reason and what to use instead.",
};

export const description = {
  shape: text,
  doc: "What it is, in Markdown; an empty string hides the description of the type.",
};
