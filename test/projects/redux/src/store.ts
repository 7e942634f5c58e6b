import { configureStore, createEntityAdapter, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import { type Item, type Order, OrderStatus } from "./models/src/sdk/models/shared/index.js";

const adapter = createEntityAdapter<Order>();

const orders = createSlice({
  name: "orders",
  initialState: adapter.getInitialState(),
  reducers: {
    loaded: adapter.setAll,
    itemAdded(state, { payload }: PayloadAction<{ readonly id: string; readonly item: Item }>) {
      const order = state.entities[payload.id];
      if (order === undefined) return;
      order.items.push(payload.item);
      order.status = OrderStatus.Paid;
      if (order.payment?.method === "card") order.payment.digits = "4321";
    },
  },
});

export const { loaded, itemAdded } = orders.actions;
export const store = configureStore({ reducer: { orders: orders.reducer } });
export const { selectAll } = adapter.getSelectors(() => store.getState().orders);
