/** The same models for valibot, as in zod.mjs. */
import * as v from "valibot";

const dateTime = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text)),
);
const [text, maybeText] = [v.string(), v.optional(v.string())];
const whole = v.pipe(v.number(), v.safeInteger());

const product = v.looseObject({
  kind: v.literal("product"),
  id: text,
  name: text,
  quantity: whole,
  price: v.number(),
  color: maybeText,
  description: maybeText,
  added_at: dateTime,
});
const service = v.looseObject({
  kind: v.literal("service"),
  id: text,
  title: text,
  description: maybeText,
  hours: v.number(),
  starts_at: dateTime,
  remote: v.optional(v.boolean()),
});

const Order = v.looseObject({
  id: text,
  number: whole,
  reference: maybeText,
  channel: v.picklist(["web", "store", "partner"]),
  status: text,
  created_at: dateTime,
  updated_at: dateTime,
  shipped_at: v.nullish(dateTime),
  due_on: v.optional(v.pipe(v.string(), v.isoDate())),
  customer_id: text,
  customer_name: maybeText,
  customer_email: maybeText,
  phone: v.nullish(text),
  vat_number: maybeText,
  currency: text,
  language: maybeText,
  country: maybeText,
  city: maybeText,
  street: maybeText,
  postal_code: maybeText,
  note: v.nullish(text),
  discount: v.optional(v.number()),
  tax_rate: v.optional(v.number()),
  weight: v.optional(v.number()),
  is_gift: v.boolean(),
  is_test: v.optional(v.boolean()),
  tags: v.optional(v.array(text)),
  labels: v.optional(v.record(text, text)),
  attempts: v.optional(whole),
  items: v.array(v.variant("kind", [product, service])),
});
const Track = v.looseObject({
  points: v.array(v.looseObject({ x: v.number(), y: v.number(), name: maybeText, active: v.boolean() })),
});
const Folder = v.looseObject({
  name: text,
  size: whole,
  owner: v.nullish(text),
  folders: v.optional(v.array(v.lazy(() => Folder))),
});
const Event = v.looseObject({ id: text, kind: text, count: whole, seen: v.optional(v.boolean()) });

const schemas = { Order, Track, Folder, Event };

export const operations = {
  read: (name, text) => () => v.parse(schemas[name], JSON.parse(text)),
  write(name, text) {
    const data = v.parse(schemas[name], JSON.parse(text));
    return () => JSON.stringify(data);
  },
};
