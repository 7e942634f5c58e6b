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
  "local-date-time": "a date and time without an offset like 2025-07-31T12:30:00",
  time: "a time like 12:30:00Z",
  duration: "a duration like P1DT12H",
  uuid: "a UUID",
  uri: "a URI",
  email: "an e-mail address",
  bytes: "bytes in base64",
  decimal: 'a decimal number, as a number or as a string like "0.10"',
  "decimal as number": 'a decimal number, as a number or as a string like "0.10"',
  "long as string": 'a whole number of 64 bits in a string, like "42"',
};

const formats: Readonly<Partial<Record<Scalar, (text: string) => boolean>>> = {
  string: () => true,
  date: isDate,
  "date-time": (text) => /^.{10}[Tt]/.test(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11), dayTime),
  "local-date-time": (text) => /^.{10}[Tt]/.test(text) && isDate(text.slice(0, 10)) && localTime.test(text.slice(11)),
  time: (text) => isTime(text, anyTime),
  duration: matches(
    /^(?:-?P(?=\d|T\d)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?))$/,
  ),
  uuid: matches(/^(?:[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12})$/),
  // RFC 3986.
  uri: matches(
    /^(?:(?!.*%(?![0-9A-Fa-f]{2}))[A-Za-z][A-Za-z0-9+.-]*:(?:\/\/(?:[A-Za-z0-9._~!$&'()*+,;=:%-]*@)?(?:\[[0-9A-Fa-fv:.]+\]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(?::[0-9]*)?(?:\/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?|(?!\/\/)[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)(?:\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?(?:#[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?)$/,
  ),
  // RFC 5321, in ASCII and without comments.
  email: matches(
    /^(?:(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+){0,31}|"(?:[ !#-Z^-~]|\[|\]|\\[ -~]){0,62}")@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?){0,126}|\[(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\.(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}|IPv6:[0-9A-Fa-f:.]+)\]))$/,
  ),
  bytes: (text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*(?:[AEIMQUYcgkosw048]=|[AQgw]==)?$/.test(text),
  decimal: isDecimal,
  "decimal as number": isDecimal,
  "long as string": (text) => /^(?:0|-?[1-9]\d{0,18})$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text),
};

function matches(pattern: RegExp): (text: string) => boolean {
  return (text) => pattern.test(text);
}

/** The largest exponent of a decimal in scientific notation, and the negative of the smallest. */
const largestExponent = 9999;

function isDecimal(text: string): boolean {
  const [, whole = "", fraction = "", power = "0"] = /^-?(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  if (whole === "") return false;
  const digits = whole + fraction;
  const first = digits.search(/[1-9]/);
  const exponent = Number(power) + whole.length - 1 - (first < 0 ? digits.length - 1 : first);
  return Math.abs(exponent) <= largestExponent;
}

const hourAndMinute = "([01]\\d|2[0-3]):([0-5]\\d)";
const offset = "[Zz]|[+-](?:(?:0\\d|1[0-7]):[0-5]\\d|18:00)";
const dayTime = new RegExp(`^${hourAndMinute}:([0-5]\\d|60)(?:\\.\\d+)?(${offset})$`);
const anyTime = new RegExp(`^${hourAndMinute}(?::([0-5]\\d|60)(?:\\.\\d+)?)?(${offset})?$`);
const localTime = new RegExp(`^${hourAndMinute}:[0-5]\\d(?:\\.\\d+)?$`);

/** A leap second is the last one of a day in UTC (RFC 3339 §5.7). */
function isTime(text: string, format: RegExp): boolean {
  const [found, hour, minute, second, zone] = format.exec(text) ?? [];
  if (found === undefined || second !== "60") return found !== undefined;
  if (zone === undefined) return false;
  const [hours = 0, minutes = 0] = zone.slice(1).split(":").map(Number);
  const shift = (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
  return (Number(hour) * 60 + Number(minute) - shift + 2 * 1440) % 1440 === 1439;
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const lastDay = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastDay;
}
