/** A project large enough that something can happen to a run while it writes. */
import { madeSpec } from "../../bench/made-spec.mjs";
import { temporaryFolder, writeTree } from "../folders.js";

/** @returns its folder; it has one target, which writes to `generated` */
export function makeLargeProject(): string {
  const folder = temporaryFolder();
  const target = "  typescript: { language: typescript, output: generated }\n";
  writeTree(folder, { "modelwright.yaml": `spec: spec\ntargets:\n${target}` });
  for (const [name, text] of madeSpec(1_500)) writeTree(folder, { [`spec/${name}`]: text });
  return folder;
}
