import { Readable } from "node:stream";
import { createFromReadableStream } from "react-server-dom-webpack/client.edge";
import { type Order, stringifyOrder } from "./models/src/sdk/models/shared/index.js";

const stream = Readable.toWeb(process.stdin);
const serverConsumerManifest = { moduleMap: {}, serverModuleMap: null, moduleLoading: null };
const { order } = await createFromReadableStream<{ order: Order }>(stream, { serverConsumerManifest });
console.log(stringifyOrder(order));
