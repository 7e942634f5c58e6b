/** How the pages of a site write the values of a spec. */
import type { DocsFlavor } from "../config/config.js";
import type { Definition, Deprecation, Documented, Field, Type } from "../spec/spec.js";
import type { Json } from "../text/json.js";
import type { DocsContext, TypePart } from "./context.js";
import { type Flavor, flavorOf } from "./flavor.js";
import { jsonText } from "./json-example.js";
import { linkFromPage } from "./links.js";
import { link, type MarkdownReader, ownLine, proseLine } from "./prose.js";
import { escapeCell } from "./table.js";
import { deprecationText, plainMessage } from "./texts.js";
import { typeWords } from "./type-words.js";

export class SiteWriter {
  readonly flavorName: DocsFlavor;
  readonly flavor: Flavor;
  readonly read: MarkdownReader;
  readonly isFull: boolean;

  /** @throws RangeError for a target without pages for a site */
  constructor(readonly context: DocsContext) {
    const { target, read } = context;
    if (target.docs === undefined || read === undefined) throw new RangeError("there are no docs pages for a site");
    this.flavorName = target.docs.flavor;
    this.flavor = flavorOf(this.flavorName);
    this.read = read;
    this.isFull = target.docs.look === "full";
  }

  /** A JSON value as code on one line; a string without its quotes, unless it is empty. */
  json(value: Json): string {
    const isPlain = typeof value === "string" && value !== "";
    return this.flavor.code(isPlain ? value : jsonText(value).replace(/\s*\n\s*/g, " "));
  }

  /** The cell of a value of an enum. */
  value(value: string | bigint | number): string {
    return this.isFull ? this.json(value) : this.exactCell(String(value));
  }

  /** The name of a field or value in code. */
  name(name: string, { deprecated }: Pick<Documented, "deprecated">): string {
    const code = this.flavor.code(name);
    return deprecated === undefined ? code : `<del>${code}</del>`;
  }

  /** A link to a place on the page. */
  link(shown: string, anchor = ""): string {
    return anchor === "" ? shown : `[${shown}](#${anchor})`;
  }

  /** The snippet that shows how to use a class, as a code block; "" if there is none. */
  usage(definition: Definition): string {
    const { more, codeLanguage = "" } = this.context;
    const usage = more?.(definition)["exampleUsage"];
    return typeof usage === "string" ? this.flavor.block(usage, codeLanguage) : "";
  }

  /** Type names that link to their pages. */
  code(type: Type): string {
    const { names, typeParts = (each) => typeWords(each, names) } = this.context;
    const parts = typeParts(type);
    if (parts.every(({ to }) => to === undefined)) return this.flavor.code(parts.map(({ text }) => text).join(""));
    const written = parts.map(({ text, to }: TypePart) => {
      const shown = this.flavor.text(text);
      return to === undefined ? shown : `[${shown}](${linkFromPage(to, names)})`;
    });
    return `<code>${written.join("")}</code>`;
  }

  /** The Type cell of the documented format, without the backslashes that it would show. */
  publishedType(field: Field): string {
    const cell = this.context.typeCell(field).replace(/\\+</g, "\\<");
    return ownLine(cell, this.read, this.flavor);
  }

  /** The Description cell. */
  cell(documented: Pick<Documented, "deprecated" | "description" | "externalDocs">): string {
    const { deprecated, description = "", externalDocs } = documented;
    const parts = [
      deprecated === undefined ? "" : `⚠️ <strong>DEPRECATED</strong>: ${this.deprecation(deprecated)}`,
      description === "" ? "" : proseLine(description, this.read, this.flavor),
      externalDocs === undefined ? "" : this.externalDocs(externalDocs),
    ];
    return escapeCell(parts.filter((part) => part !== "").join("<br/><br/>") || "N/A");
  }

  /** A cell that shows exactly the value. */
  exactCell(value: string): string {
    return this.flavor.exact(value).replace(/\r\n|[\r\n]/g, "<br/>");
  }

  deprecation(deprecated: Deprecation): string {
    const text = deprecationText(deprecated, this.isFull ? plainMessage : undefined);
    return proseLine(text, this.read, this.flavor);
  }

  externalDocs({ url, description }: NonNullable<Documented["externalDocs"]>): string {
    return link(url, this.flavor.text(description ?? url).replace(/\s+/g, " "));
  }
}
