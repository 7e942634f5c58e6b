import { expect, test } from "bun:test";
import { Decimal, ModelError, UnknownMember } from "./models/src/sdk/models/index.js";
import { Card, Invoice, Order, OrderStatus } from "./models/src/sdk/models/shared/index.js";

const text =
  '{"id":9007199254740993,"status":"sent","total":7.25,"ordered_at":"2025-03-01T10:00:00Z","note":null,' +
  '"payment":{"kind":"card","last_digits":"12"},"color":"red"}';

test("reads and writes every field, with all digits", () => {
  const order = Order.parse(text);
  expect(order.id).toBe(BigInt("9007199254740993"));
  expect(order.total.toString()).toBe("7.25");
  expect(order.orderedAt).toEqual(new Date(Date.UTC(2025, 2, 1, 10)));
  expect(order.note).toBeNull();
  expect(order.additionalProperties).toEqual({ color: "red" });
  expect(JSON.parse(order.stringify())).toEqual(JSON.parse(text));
});

test("reads the members of a union, and keeps unknown ones", () => {
  const read = (payment: unknown) => Order.fromJSON({ ...JSON.parse(text), id: 1, payment }).payment;
  expect(read({ kind: "card" })).toBeInstanceOf(Card);
  expect(read({ kind: "invoice", due_on: "2025-04-01" })).toBeInstanceOf(Invoice);
  expect(read({ kind: "cash" })).toBeInstanceOf(UnknownMember);
});

test("builds, copies and compares", () => {
  const order = new Order({ id: 1, status: OrderStatus.Open, total: "12.50", orderedAt: new Date(0) });
  const paid = order.with({ status: OrderStatus.Paid });
  expect(paid.toJSON()).toEqual({ ...order.toJSON(), status: "paid" });
  expect(paid.equals(order)).toBe(false);
  expect(paid.with({ status: OrderStatus.Open }).equals(order)).toBe(true);
  expect(order.total.equals(new Decimal("12.5"))).toBe(true);
  expect(order).not.toHaveProperty("note");
});

test("validates, and reports all errors with their paths", () => {
  const broken = Order.parse(text).with({ total: -1 });
  expect(broken.validate().map(({ path, keyword }) => `${path} ${keyword}`)).toEqual([
    "$.payment.last_digits pattern",
    "$.total minimum",
  ]);
  expect(() => Order.fromJSON({ id: "x" })).toThrow(ModelError);
});
