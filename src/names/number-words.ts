/** Numbers as English words, for names that start with digits (format §3.1). */

const small = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const thousands = ["", " thousand", " million", " billion", " trillion", " quadrillion"];

/** `24` → `twenty-four`, `100` → `one hundred`; digit by digit if the number is too long to have a common name. */
export function numberInWords(digits: string): string {
  const significant = digits.replace(/^0+(?=.)/, "");
  if (significant.length > thousands.length * 3) return Array.from(digits, (digit) => small[Number(digit)]).join(" ");
  const groups = groupsOfThree(significant);
  const spoken = groups.map((group, index) => (group === 0 ? "" : belowThousand(group) + thousands[index]));
  return (
    spoken
      .filter((group) => group !== "")
      .reverse()
      .join(" ") || "zero"
  );
}

/** Groups of three digits, from the last to the first. */
function groupsOfThree(digits: string): readonly number[] {
  const groups: number[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.push(Number(digits.slice(Math.max(0, end - 3), end)));
  return groups;
}

function belowThousand(number: number): string {
  const rest = number % 100;
  const hundreds = number >= 100 ? `${small[Math.floor(number / 100)]} hundred` : "";
  return [hundreds, rest === 0 ? "" : belowHundred(rest)].filter((part) => part !== "").join(" ");
}

function belowHundred(number: number): string {
  if (number < 20) return small[number] ?? "";
  const ten = tens[Math.floor(number / 10)] ?? "";
  return number % 10 === 0 ? ten : `${ten}-${small[number % 10]}`;
}
