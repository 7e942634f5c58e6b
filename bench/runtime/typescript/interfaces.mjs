/** The generated interfaces, and the functions that read and write them. */
import * as sdk from "./interfaces/models/index.js";

export const operations = {
  fromJSON: (name, text) => () => sdk.shared[`read${name}`](JSON.parse(text)),
  parse: (name, text) => () => sdk.shared[`parse${name}`](text),
  "JSON.stringify(write)"(name, text) {
    const data = sdk.shared[`parse${name}`](text);
    return () => JSON.stringify(sdk.shared[`write${name}`](data));
  },
  stringify(name, text) {
    const data = sdk.shared[`parse${name}`](text);
    return () => sdk.shared[`stringify${name}`](data);
  },
};
