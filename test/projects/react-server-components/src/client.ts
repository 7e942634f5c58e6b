import { Readable } from "node:stream";
import { createFromReadableStream } from "react-server-dom-webpack/client.edge";
import { type Order, stringifyOrder } from "./models/src/sdk/models/shared/index.js";

// What a bundler provides: the module of the client component.
Object.assign(globalThis, { __webpack_require__: () => ({ OrderView: () => null }) });

const stream = Readable.toWeb(process.stdin);
const moduleMap = { "order-view": { OrderView: { id: "order-view", name: "OrderView", chunks: [] } } };
const serverConsumerManifest = { moduleMap, serverModuleMap: null, moduleLoading: null };
const { props } = await createFromReadableStream<{ props: { order: Order } }>(stream, { serverConsumerManifest });
console.log(stringifyOrder(props.order));
