/** The JSON strings that the built-in types allow. */
import type { Scalar } from "./spec.js";

/** Whether a built-in type allows a string; types that are not strings in JSON allow none. */
export function isTextOf(scalar: Scalar, text: string): boolean {
  const format = formats[scalar];
  return format !== undefined && format(text);
}

/** How messages call the strings of a type: `a date like 2025-07-31`. */
export const textTitles: Readonly<Partial<Record<Scalar, string>>> = {
  string: "a string",
  date: "a date like 2025-07-31",
  "date-time": "a date and time like 2025-07-31T12:30:00Z",
  time: "a time like 12:30:00Z",
  duration: "a duration like P1DT12H",
  uuid: "a UUID",
  uri: "a URI",
  email: "an e-mail address",
  bytes: "bytes in base64",
  decimal: 'a decimal number, as a number or as a string like "0.10"',
};

const formats: Readonly<Partial<Record<Scalar, (text: string) => boolean>>> = {
  string: () => true,
  date: isDate,
  "date-time": (text) => /^.{10}[Tt]/.test(text) && isDate(text.slice(0, 10)) && timeWithOffset.test(text.slice(11)),
  time: (text) =>
    /^(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/.test(text),
  duration: (text) =>
    /^-?P(?=\d|T\d)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?)$/.test(text),
  uuid: (text) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text),
  uri: (text) => /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"]+$/.test(text),
  email: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
  bytes: (text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text),
  decimal: (text) => /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text),
};

const timeWithOffset = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const lastDay = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastDay;
}
