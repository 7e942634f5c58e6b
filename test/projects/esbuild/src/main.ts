import { Order } from "./models/src/sdk/models/shared/index.js";

const text =
  '{"id":9007199254740993,"status":"sent","total":7.250,"ordered_at":"2025-03-01T10:00:00Z","note":null,"color":"red"}';
const order = Order.parse(text);
console.log(order.id, order.status, String(order.total), order.orderedAt.getTime(), order.note);
console.log(order.stringify());
