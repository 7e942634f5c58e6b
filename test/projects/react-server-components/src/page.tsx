import { loadOrder } from "./load-order.js";
import { OrderView } from "./order-view.js";

export default async function Page() {
  const order = await loadOrder();
  return <OrderView order={order} />;
}
