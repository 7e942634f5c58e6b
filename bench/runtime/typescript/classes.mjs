/** The generated classes. */
import * as sdk from "./classes/models/index.js";

export const operations = {
  fromJSON: (name, text) => () => sdk.shared[name].fromJSON(JSON.parse(text)),
  parse: (name, text) => () => sdk.shared[name].parse(text),
  "JSON.stringify"(name, text) {
    const model = sdk.shared[name].parse(text);
    return () => JSON.stringify(model);
  },
  stringify(name, text) {
    const model = sdk.shared[name].parse(text);
    return () => model.stringify();
  },
};
