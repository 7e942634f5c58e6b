import { registerClientReference } from "react-server-dom-webpack/server";
import type { Order } from "./models/src/sdk/models/shared/index.js";

/** What a bundler makes of a module with "use client" for the server. */
export const OrderView = registerClientReference<{ order: Order }>(() => null, "order-view", "OrderView");
