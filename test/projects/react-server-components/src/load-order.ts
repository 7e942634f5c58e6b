import { type Order, parseOrder } from "./models/src/sdk/models/shared/index.js";

export async function loadOrder(): Promise<Order> {
  return parseOrder(
    '{"id":9007199254740993,"total":"19.990","ordered_at":"2025-03-01T10:00:00+02:00","items":[{"sku":"A","color":"red"}],' +
      '"payment":{"method":"card","digits":"1234"},"note":null,"factor":0.12345678901234567890}',
  );
}
