import { hint } from "../diagnostics/asides.js";
import { didYouMean } from "../shape/suggest.js";

/** Thrown if the config does not have the requested target. */
export class UnknownTarget extends Error {
  readonly hint: string;

  constructor(name: string, known: readonly string[]) {
    super(`the config has no target "${name}"`);
    this.name = "UnknownTarget";
    this.hint = didYouMean(name, known) ?? hint("oneOf", { names: known.map((each) => `"${each}"`).join(", ") });
  }
}
