import { OrderStatus } from "./models/src/sdk/models/shared/index.js";

console.log(OrderStatus.Paid);
