/**
 * The same models for zod, as near as it gets to the same guarantees: dates are dates, unknown keys and enum values are kept.
 * It knows no decimals and rounds long numbers, so it does not read the document with unions.
 */
import * as z from "zod";

const dateTime = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const [text, maybeText] = [z.string(), z.string().optional()];

const product = z.looseObject({
  kind: z.literal("product"),
  id: text,
  name: text,
  quantity: z.int(),
  price: z.number(),
  color: maybeText,
  description: maybeText,
  added_at: dateTime,
});
const service = z.looseObject({
  kind: z.literal("service"),
  id: text,
  title: text,
  description: maybeText,
  hours: z.number(),
  starts_at: dateTime,
  remote: z.boolean().optional(),
});

const Order = z.looseObject({
  id: text,
  number: z.int(),
  reference: maybeText,
  channel: z.enum(["web", "store", "partner"]),
  status: text,
  created_at: dateTime,
  updated_at: dateTime,
  shipped_at: dateTime.nullish(),
  due_on: z.iso.date().optional(),
  customer_id: text,
  customer_name: maybeText,
  customer_email: maybeText,
  phone: text.nullish(),
  vat_number: maybeText,
  currency: text,
  language: maybeText,
  country: maybeText,
  city: maybeText,
  street: maybeText,
  postal_code: maybeText,
  note: text.nullish(),
  discount: z.number().optional(),
  tax_rate: z.number().optional(),
  weight: z.number().optional(),
  is_gift: z.boolean(),
  is_test: z.boolean().optional(),
  tags: z.array(text).optional(),
  labels: z.record(text, text).optional(),
  attempts: z.int().optional(),
  items: z.array(z.discriminatedUnion("kind", [product, service])),
});
const Track = z.looseObject({
  points: z.array(z.looseObject({ x: z.number(), y: z.number(), name: maybeText, active: z.boolean() })),
});
const Folder = z.looseObject({
  name: text,
  size: z.int(),
  owner: text.nullish(),
  get folders() {
    return z.array(Folder).optional();
  },
});
const Event = z.looseObject({ id: text, kind: text, count: z.int(), seen: z.boolean().optional() });

const schemas = { Order, Track, Folder, Event };

export const operations = {
  read: (name, text) => () => schemas[name].parse(JSON.parse(text)),
  write(name, text) {
    const data = schemas[name].parse(JSON.parse(text));
    return () => JSON.stringify(data);
  },
};
