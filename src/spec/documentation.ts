/** Documentation: description, examples, deprecation, external documentation. */
import type { DeprecationSource, ExternalDocsSource, TypeSource } from "./source.js";
import type { Deprecation, Documented, ExternalDocs } from "./spec.js";

/**
 * The documentation of a source; what it leaves out comes from the type that it is a plain reference to (format §7,
 * §8).
 */
export function documented(source: TypeSource, inherited: Documented = nothingSaid): Documented {
  const { description, example, examples, externalDocs } = source;
  const ownExamples = example === undefined ? examples?.value.map((each) => each.value) : [example.value];
  return {
    description:
      description === undefined ? inherited.description : description.value === "" ? undefined : description.value,
    examples: ownExamples ?? inherited.examples,
    deprecated: source.deprecated === undefined ? inherited.deprecated : deprecation(source.deprecated.value),
    externalDocs: externalDocs === undefined ? inherited.externalDocs : externalDocumentation(externalDocs.value),
  };
}

/** The three forms of `deprecated`: true, the reason, or the reason and the replacement. */
export function deprecation(source: boolean | string | DeprecationSource | undefined): Deprecation | undefined {
  if (source === undefined || source === false) return undefined;
  if (source === true) return { message: undefined, use: undefined };
  if (typeof source === "string") return { message: source, use: undefined };
  return { message: source.message?.value, use: source.use?.value };
}

export const nothingSaid: Documented = {
  description: undefined,
  examples: [],
  deprecated: undefined,
  externalDocs: undefined,
};

function externalDocumentation({ url, description }: ExternalDocsSource): ExternalDocs | undefined {
  return url === undefined ? undefined : { url: url.value, description: description?.value };
}
