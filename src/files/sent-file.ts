/** Files on their way from one thread to another: no more of them than the other does not know, since all of it is copied. */
import type { Spec } from "../spec/spec.js";
import { RenderedFile } from "./made-file.js";
import type { Signature } from "./signature.js";
import { pathOnStage } from "./stage.js";
import { definitionLeftOpen } from "./views.js";

export type SentFile = readonly [
  path: string,
  hash: string,
  template: string,
  /** What it was rendered from; which definition, where what that depends on was left open. */
  view: string,
  /** Its signature if it is on the stage of its target. */
  content: Uint8Array | Signature,
];

export function sent({ path, hash, page, view, content }: RenderedFile): SentFile {
  return [path, hash, page.template, view, content instanceof Uint8Array ? content : content.signature];
}

/** What must be known of a file's target. */
export interface Receiver {
  readonly spec: Spec;
  readonly stage: string | undefined;
  /** Names what was rendered from a definition. */
  viewOf(definition: Spec["definitions"][number]): string;
}

/** The very file that was sent. */
export function received([path, hash, template, view, content]: SentFile, receiver: Receiver): RenderedFile {
  const { spec, stage = "", viewOf } = receiver;
  const definition = definitionLeftOpen(spec, view);
  const page = { path, template, model: definition?.name, span: definition?.span };
  const kept = content instanceof Uint8Array ? content : { at: pathOnStage(stage, path), signature: content };
  return new RenderedFile(path, hash, kept, page, definition === undefined ? view : viewOf(definition));
}
