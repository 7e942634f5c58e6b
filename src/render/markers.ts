/** Markers in the output of Handlebars refer to pieces of code. */
import { Block, Imports } from "../code/blocks.js";
import { Code } from "../code/code.js";
import type { Part, Value } from "../code/lay-out.js";
import type { View, ViewValue } from "./page.js";

export class Markers {
  readonly #values: Part[] = [];

  /** Replaces each piece of code in a view by a marker. */
  mark(view: View): View {
    return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, this.#marked(value)]));
  }

  #marked(value: ViewValue): ViewValue {
    // Strings that contain the characters of markers are replaced too, so that no spec can forge markers.
    if (typeof value === "string") return value.includes(edge) ? this.#marker(value) : value;
    if (typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((item: ViewValue) => this.#marked(item));
    return isCode(value) ? this.#marker(value) : this.mark(value as View);
  }

  #marker(value: Part): string {
    return `${edge}${this.#values.push(value) - 1}${edge}`;
  }

  /** The rendered text of such a view, with its markers replaced. */
  partsOf(text: string): readonly Part[] {
    // Every other piece is the number of a value.
    return text.split(edge).map((piece, index) => (index % 2 === 0 ? piece : this.#values[Number(piece)]!));
  }
}

/** The character that starts and ends a marker. */
const edge = "\0";

function isCode(value: ViewValue): value is Value {
  return value instanceof Code || value instanceof Block || value instanceof Imports;
}
