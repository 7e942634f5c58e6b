import { registerClientReference } from "react-server-dom-webpack/server";
import type { Order } from "./models/src/sdk/models/shared/index.js";

/** What a bundler generates on the server for a module with "use client". */
export const OrderView = registerClientReference<{ order: Order }>(() => null, "order-view", "OrderView");
