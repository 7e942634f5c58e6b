import { Decimal } from "./models/src/sdk/models/index.js";
import { Card, Order } from "./models/src/sdk/models/shared/index.js";

const text =
  '{"id":9007199254740993,"status":"sent","total":7.25,"ordered_at":"2025-03-01T10:00:00Z","note":null,' +
  '"payment":{"kind":"card","last_digits":"12"},"color":"red"}';
const order = Order.parse(text);
console.log(String(order.id), order.status, String(order.total), order.orderedAt.getTime(), order.note);
console.log(order.payment instanceof Card, order.total.equals(new Decimal("7.250")));
console.log(
  order
    .validate()
    .map(({ path, keyword }) => `${path} ${keyword}`)
    .join(),
);
console.log(order.stringify());
