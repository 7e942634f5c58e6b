/** Models that require themselves infinitely. No value can satisfy them, so one of their fields becomes optional. */
import type { Findings } from "./findings.js";
import { declarationsIn, tuplesIn } from "./graph.js";
import type { Component } from "./library.js";
import { type Declaration, type Field, isDeclaration, type Schema, type TupleType } from "./schema.js";
import type { Schemas } from "./schemas.js";

/** The fields that become optional, one for each cycle of models. Reports each of them as dropped. */
export function endlessFields(
  components: readonly Component[],
  schemas: Schemas,
  findings: Findings,
): ReadonlySet<Field> {
  const graph = new Graph(schemas);
  for (const component of components) graph.add(component);
  for (;;) {
    const field = graph.nextEndless();
    if (field === undefined) return graph.optional;
    findings.loss("requiredInfinitely", field.schema.place);
    graph.makeOptional(field);
  }
}

/** A tuple needs all its items. */
type Node = Component | Declaration | TupleType;

/** A node that another node needs, and the field that needs it. */
interface Need {
  readonly node: Node;
  readonly field: Field | undefined;
}

class Graph {
  readonly optional = new Set<Field>();
  readonly #nodes: Node[] = [];
  readonly #finite = new Set<Node>();
  readonly #waiting = new Map<Node, Node[]>();

  constructor(private readonly schemas: Schemas) {}

  add(component: Component): void {
    const schema = this.schemas.component(component);
    for (const node of [component, ...declarationsIn(schema), ...tuplesIn(schema)]) {
      this.#nodes.push(node);
      for (const need of this.#needs(node))
        this.#waiting.set(need.node, [...(this.#waiting.get(need.node) ?? []), node]);
    }
  }

  makeOptional(field: Field): void {
    this.optional.add(field);
  }

  /** A field on a cycle of required models. */
  nextEndless(): Field | undefined {
    this.#settle();
    for (const start of this.#nodes) {
      if (this.#finite.has(start)) continue;
      const field = this.#fieldOnCircle(start);
      if (field !== undefined) return field;
      this.#finite.add(start);
    }
    return undefined;
  }

  #settle(): void {
    const ready = this.#nodes.filter((node) => !this.#finite.has(node) && this.#isFinite(node));
    for (const node of ready) this.#finite.add(node);
    // The list may grow during the loop.
    for (const node of ready) {
      for (const dependent of this.#waiting.get(node) ?? []) {
        if (this.#finite.has(dependent) || !this.#isFinite(dependent)) continue;
        this.#finite.add(dependent);
        ready.push(dependent);
      }
    }
  }

  #isFinite(node: Node): boolean {
    const needs = this.#needs(node);
    if (!("kind" in node) || node.kind !== "union") return needs.every((need) => this.#finite.has(need.node));
    return needs.length < node.members.length || needs.some((need) => this.#finite.has(need.node));
  }

  #fieldOnCircle(start: Node): Field | undefined {
    const path: Need[] = [{ node: start, field: undefined }];
    for (;;) {
      const last = path.at(-1) as Need;
      const next = this.#needs(last.node).find((need) => !this.#finite.has(need.node));
      if (next === undefined) return undefined;
      const first = path.findIndex((need) => need.node === next.node);
      path.push(next);
      if (first !== -1) return path.slice(first + 1).find((need) => need.field !== undefined)?.field;
    }
  }

  #needs(node: Node): readonly Need[] {
    if (!("kind" in node)) return this.#needsOf(this.schemas.component(node));
    switch (node.kind) {
      case "enum":
        return [];
      case "tuple":
        return node.items.flatMap((item) => this.#needsOf(item));
      case "union":
        return node.members.flatMap((member) => this.#needsOf({ ...member, nullable: false }));
      case "model": {
        const bases = node.extends.map((base): Need => ({ node: base, field: undefined }));
        const required = node.fields.filter((field) => field.required && !this.optional.has(field));
        return [...bases, ...required.flatMap((field) => this.#needsOf(field.schema, field))];
      }
    }
  }

  #needsOf({ type, nullable }: Schema, field?: Field): readonly Need[] {
    const node =
      type.kind === "component" ? type.component : isDeclaration(type) || type.kind === "tuple" ? type : undefined;
    return node === undefined || nullable ? [] : [{ node, field }];
  }
}
