/**
 * A made spec about as large and as mixed as a real API: of every ten definitions six are models, three inline enums and
 * one a union. The same count always gives the same text.
 */

/**
 * @param {number} definitions how many models, enums and unions in all
 * @returns {Map<string, string>} file name → YAML, one file for every top-level model
 */
export function madeSpec(definitions) {
  const files = new Map();
  const models = Math.ceil(definitions / 10) * 6;
  let made = 0;
  for (let index = 0; made < definitions; index++) {
    const { text, count } = madeModel(index, models, definitions - made);
    files.set(`${kebab(nameOf(index))}.yaml`, text);
    made += count;
  }
  return files;
}

/** The config that goes with it: docs and classes in three languages. */
export const madeConfig = `spec: spec
targets:
  typescript: { language: typescript, output: generated/typescript }
  ruby: { language: ruby, output: generated/ruby, module: Made }
  java: { language: java, output: generated/java, package: com.example.made }
`;

const nouns = ["Account", "Benefit", "Candidate", "Document", "Employee", "Folder", "Group", "Interview", "Job", "Key"];
const kinds = ["", "Result", "Page", "Request", "Link", "Status", "Schedule", "Policy", "Summary", "Detail"];
const scalars = ["string", "string", "string", "boolean", "number", "integer", "date-time", "string?"];
const words = "the unique identifier of this record as the provider gave it when it was created or last changed".split(
  " ",
);

function nameOf(index) {
  const serial = Math.floor(index / 100);
  return nouns[index % 10] + kinds[Math.floor(index / 10) % 10] + (serial === 0 ? "" : letters(serial));
}

/** 1 → A, 27 → AA: digits would be turned into words. */
function letters(number) {
  return number === 0 ? "" : letters(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26));
}

function kebab(name) {
  return name.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

function sentence(seed, length) {
  return Array.from({ length }, (_, at) => words[(seed * 7 + at * 3) % words.length]).join(" ");
}

function madeModel(index, models, room) {
  const name = nameOf(index);
  const lines = ["models:", `  ${name}:`, `    description: ${name} is ${sentence(index, 9)}`, "    fields:"];
  let count = 1;
  for (let at = 0; at < 6 + (index % 7); at++) {
    const type = scalars[(index + at) % scalars.length];
    lines.push(
      `      field_${letters(at + 1).toLowerCase()}_${words[(index + at) % words.length]}:`,
      `        type: ${type}`,
    );
    if (at < 2) lines.push("        required: true");
    if (at % 2 === 0) lines.push(`        description: ${sentence(index + at, 6 + (at % 5))}`);
    if (type.startsWith("string") && at % 3 === 0) lines.push(`        example: ${sentence(index * at, 2)}`);
  }
  if (index > 0) lines.push(`      parent: { type: ${nameOf(Math.floor(index / 2))}, nullable: true }`);
  lines.push(`      related: { type: "${nameOf((index * 13 + 5) % Math.max(1, Math.min(index, models)))}[]" }`);
  if (index % 2 === 0 && count < room) {
    lines.push("      state:", "        open: true", "        enum: [active, inactive, pending, unmapped_value]");
    count++;
  }
  if (index % 6 === 1 && count < room) {
    lines.push("      source:", `        oneOf: [string, ${nameOf(index - 1)}]`);
    count++;
  }
  return { text: `${lines.join("\n")}\n`, count };
}
