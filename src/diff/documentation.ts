/** Changes of documentation and deprecation. */
import type { Deprecation, Documented } from "../spec/spec.js";
import type { Kind } from "./kinds.js";
import { valueText } from "./signatures.js";

export interface DocsChange {
  readonly kind: Kind;
  readonly old: string | undefined;
  readonly new: string | undefined;
}

export function docsChanges(before: Partial<Documented>, after: Partial<Documented>): readonly DocsChange[] {
  const changes: DocsChange[] = [];
  const compare = (kind: Kind, old: string | undefined, current: string | undefined): void => {
    if (old !== current) changes.push({ kind, old, new: current });
  };
  const [was, is] = [deprecationText(before.deprecated), deprecationText(after.deprecated)];
  compare(is === undefined ? "deprecation.removed" : `deprecation.${was === undefined ? "added" : "changed"}`, was, is);
  compare("docs.description-changed", before.description, after.description);
  compare("docs.example-changed", examplesText(before), examplesText(after));
  compare("docs.external-docs-changed", linkText(before), linkText(after));
  return changes;
}

function deprecationText(deprecated: Deprecation | undefined): string | undefined {
  if (deprecated === undefined) return undefined;
  const { message, use } = deprecated;
  return [message, use === undefined ? undefined : `use ${use}`].filter(Boolean).join("; ") || "deprecated";
}

function examplesText({ examples = [] }: Partial<Documented>): string | undefined {
  return examples.length === 0 ? undefined : examples.map(valueText).join();
}

function linkText({ externalDocs }: Partial<Documented>): string | undefined {
  return externalDocs && [externalDocs.url, externalDocs.description].filter(Boolean).join(" ");
}
