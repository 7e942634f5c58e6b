import { isPlain, findNonSerializableValue } from "@reduxjs/toolkit";
import { produce } from "immer";
import { createItem, parseOrder, stringifyOrder, validateOrder } from "./models/src/sdk/models/shared/index.js";
import { itemAdded, loaded, selectAll, store } from "./store.js";

// Redux Toolkit reports values here that a store cannot contain.
console.error = (message: string) => {
  throw new Error(message);
};

const text =
  '{"id":9007199254740993,"total":19.990,"ordered_at":"2025-03-01T10:00:00+02:00","items":[{"sku":"A","color":"red"}],' +
  '"payment":{"method":"card","digits":"1234"},"note":null,"factor":0.12345678901234567890}';
const order = parseOrder(text);
store.dispatch(loaded([order]));
store.dispatch(itemAdded({ id: order.id, item: createItem({ sku: "B" }) }));

const [changed] = selectAll(store.getState());
console.log(stringifyOrder(changed!));
console.log(stringifyOrder(order) === stringifyOrder(parseOrder(text)));
console.log(findNonSerializableValue(order, "", isPlain));

const produced = produce(structuredClone(order), (draft) => {
  draft.items[0]!.amount = 0;
});
console.log(
  validateOrder(produced)
    .map(({ path, message }) => `${path} ${message}`)
    .join(),
);
console.log(stringifyOrder(JSON.parse(JSON.stringify(order))) === stringifyOrder(order));
