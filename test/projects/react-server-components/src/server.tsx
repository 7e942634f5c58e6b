import { renderToReadableStream } from "react-server-dom-webpack/server";
import Page from "./page.js";

const clientModules = { "order-view#OrderView": { id: "order-view", name: "OrderView", chunks: [] } };
for await (const chunk of renderToReadableStream(<Page />, clientModules) as unknown as AsyncIterable<Uint8Array>) {
  process.stdout.write(new TextDecoder().decode(chunk));
}
