/**
 * The documents of `npm run bench:runtime`, as JSON text. The same call always gives the same text.
 *
 * `model` is the class that reads the document (spec/models.yaml), `text` the document.
 */
export const documents = {
  wide: { model: "Order", text: JSON.stringify(order(100)) },
  small: { model: "Track", text: JSON.stringify(track(1000)) },
  deep: { model: "Folder", text: JSON.stringify(folder(5, 4)) },
  unions: { model: "Ledger", text: ledger(200) },
  tiny: { model: "Event", text: JSON.stringify({ id: "evt_1", kind: "order.created", count: 3, seen: true }) },
};

/** Documents that could be made to take long, as JSON text; all are read as a `Track` (its unknown keys are kept). */
export const hostileDocuments = {
  exponents: `{"points":[],"values":[${Array(20_000).fill("1e-9999").join()}]}`,
  keys: `{"points":[],${Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":1`).join()}}`,
  fractions: `{"points":[],"values":[${Array(2_000)
    .fill(`0.${"123456789".repeat(9)}`)
    .join()}]}`,
};

function order(items) {
  return {
    id: "ord_8WbLzX1",
    number: 40127,
    reference: "PO-2026-00417",
    channel: "web",
    status: "paid",
    created_at: time(1),
    updated_at: time(2),
    shipped_at: null,
    due_on: "2026-12-24",
    customer_id: "cus_51TtQ",
    customer_name: "Ines Álvarez",
    customer_email: "ines@example.com",
    phone: null,
    vat_number: "ESB12345678",
    currency: "EUR",
    language: "es",
    country: "ES",
    city: "Valencia",
    street: "Carrer de la Pau 7",
    postal_code: "46003",
    note: "Ring twice",
    discount: 0.15,
    tax_rate: 0.21,
    weight: 12.5,
    is_gift: false,
    is_test: true,
    tags: ["spring", "priority", "fragile"],
    labels: { source: "newsletter", campaign: "2026-11" },
    attempts: 1,
    loyalty_points: 120, // no field of an Order
    items: Array.from({ length: items }, (_, at) => (at % 2 === 0 ? product(at) : service(at))),
  };
}

function product(at) {
  const common = {
    kind: "product",
    id: `itm_${at}`,
    name: `Shelf no. ${at}`,
    quantity: 1 + (at % 9),
    price: 19.5 + at,
  };
  const description = "Solid oak, oiled, with brackets for walls of brick, concrete and wood; 80 × 24 cm.";
  return { ...common, description, color: at % 4 === 0 ? "white" : 'oak "dark"', added_at: time(at) };
}

function service(at) {
  const common = { kind: "service", id: `itm_${at}`, title: `Assembly of shelf no. ${at - 1}`, hours: 1.25 };
  const description = "Two people come between eight and ten, and take the packaging with them.";
  return { ...common, description, starts_at: time(at), remote: at % 3 === 0 };
}

function time(at) {
  const second = String(at % 60).padStart(2, "0");
  return at % 5 === 0 ? `2026-11-30T09:15:${second}.250+01:00` : `2026-11-30T08:15:${second}Z`;
}

function track(points) {
  const point = (at) => ({ x: at / 8, y: 90 - at / 16, active: at % 2 === 0 });
  return {
    points: Array.from({ length: points }, (_, at) => (at % 3 === 0 ? { ...point(at), name: `P${at}` } : point(at))),
  };
}

function folder(depth, children) {
  const inner = depth === 0 ? [] : Array.from({ length: children }, () => folder(depth - 1, children));
  return { name: `folder-${depth}`, size: depth * 4096, owner: depth % 2 === 0 ? null : "root", folders: inner };
}

/** Longs and decimals have more digits than a double holds, so the text is not made by `JSON.stringify`. */
function ledger(entries) {
  const makers = [transfer, fee, attachment];
  const texts = Array.from({ length: entries }, (_, at) => makers[at % 3](at));
  return `{"entries":[${texts.join()}],"balance":"1204518.07"}`;
}

function transfer(at) {
  const person = `{"type":"person","first_name":"Ada","last_name":"No. ${at}","born_on":"1990-05-17"}`;
  const company = `{"type":"company","name":"Mill ${at}","employees":${at}}`;
  const party = at % 2 === 0 ? person : company;
  return `{"transfer_id":${9007199254740993n + BigInt(at)},"amount":"${at}.10","from":"A${at}","to":"B${at}","party":${party}}`;
}

function fee(at) {
  return `{"fee_id":${at},"amount":"0.${10 + (at % 80)}","rate":0.0250}`;
}

function attachment(at) {
  const content = Buffer.from(`receipt no. ${at}, `.repeat(4)).toString("base64");
  return `{"file_name":"receipt-${at}.pdf","content":"${content}","checksum":"${1234567890123456789n + BigInt(at)}"}`;
}
