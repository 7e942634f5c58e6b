/** Numbers without rounding. */

/**
 * Parses a YAML number: a bigint for an integer that a double cannot represent, undefined for a number that neither can
 * represent (`0.1000000000000000001`, `1e999`, `.nan`).
 */
export function exactNumber(value: number, source: string | undefined): number | bigint | undefined {
  if (Number.isSafeInteger(value) && (source === undefined || source.length < 17)) return value;
  if (source === undefined || !Number.isFinite(value)) return undefined;
  if (wholeNumber.test(source)) return asSmallAsPossible(BigInt(source.replace(/^\+/, "")));
  return sameDecimal(source, String(value)) ? value : undefined;
}

const wholeNumber = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;

function asSmallAsPossible(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Whether two decimal strings are the same number. */
function sameDecimal(one: string, other: string): boolean {
  const [a, b] = [decimal(one), decimal(other)];
  return a.digits === b.digits && a.exponent === b.exponent && a.negative === b.negative;
}

/** Splits a decimal string into its significant digits and its exponent. */
function decimal(text: string): { negative: boolean; digits: string; exponent: number } {
  const [, sign, whole = "", fraction = "", exponent = "0"] =
    /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(text) ?? [];
  const all = (whole + fraction).replace(/^0+/, "");
  const digits = all.replace(/0+$/, "");
  if (digits === "") return { negative: false, digits: "", exponent: 0 };
  const power = Number(exponent) - fraction.length + (all.length - digits.length);
  return { negative: sign === "-", digits, exponent: power };
}
