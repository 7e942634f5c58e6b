/** The records that hold tuples: `Tuple2<Double, String>`, generated for the lengths that a spec uses. */
import type { Target } from "../../config/config.js";
import { textOption } from "../../config/option.js";
import { type Code, concat } from "../../code/code.js";
import type { Page } from "../../render/page.js";
import { tuplesIn } from "../../spec/references.js";
import type { Spec } from "../../spec/spec.js";
import { call, dialect } from "./dialect.js";
import { supportPackage } from "./library.js";

/** The name of the record of a length. */
export function tupleName(length: number): string {
  return `Tuple${length}`;
}

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** The name of the component of an item: `first`, …, `tenth`, `item11`. */
export function componentName(index: number): string {
  return ordinals[index] ?? `item${index + 1}`;
}

type TupleView = {
  readonly package: string;
  readonly name: string;
  /** `2 values`, `1 value` */
  readonly count: string;
  readonly components: readonly {
    readonly name: string;
    /** Counted from 1. */
    readonly position: string;
    readonly type: string;
    /** The type of what `map` makes of it. */
    readonly mappedType: string;
  }[];
  readonly declaration: Code;
  readonly mapDeclaration: Code;
  readonly mapResult: Code;
  readonly items: Code;
  /** The record with a wildcard for each type. */
  readonly anyType: string;
};

/** The lengths of the tuples in a spec. */
export function tupleLengths({ definitions }: Spec): readonly number[] {
  return [...new Set(definitions.flatMap(tuplesIn).map(({ items }) => items.length))].sort((a, b) => a - b);
}

export function tuplePages(spec: Spec, target: Target): readonly Page[] {
  const packageName = supportPackage(textOption(target, "package"));
  return tupleLengths(spec).map((length) => ({
    path: `src/main/java/${packageName.replaceAll(".", "/")}/${tupleName(length)}.java`,
    template: "classes/tuple",
    view: tupleView(length, packageName),
    dialect,
    model: undefined,
    span: undefined,
  }));
}

function tupleView(length: number, packageName: string): TupleView {
  const name = tupleName(length);
  const components = Array.from({ length }, (_, at) => {
    return { name: componentName(at), position: String(at + 1), type: `T${at + 1}`, mappedType: `U${at + 1}` };
  });
  const list = (each: (component: (typeof components)[number]) => string): string => components.map(each).join(", ");
  const orNull = (type: string): string => `${type} extends @Nullable Object`;
  const types = components.map(({ type }) => type);
  const mapped = `${name}<${list((each) => each.mappedType)}>`;
  return {
    package: packageName,
    name,
    count: `${length} value${length === 1 ? "" : "s"}`,
    components,
    declaration: concat([
      call(`public record ${name}<`, types.map(orNull), ">"),
      call(
        "(",
        components.map((each) => `${each.type} ${each.name}`),
        ")",
      ),
      " implements Tuple {",
    ]),
    mapDeclaration: concat([
      call(
        "public <",
        components.map(({ mappedType }) => orNull(mappedType)),
        `> ${mapped} map`,
      ),
      call(
        "(",
        components.map((each) => `Function<? super ${each.type}, ? extends ${each.mappedType}> ${each.name}`),
        ") {",
      ),
    ]),
    mapResult: call(
      `return new ${name}<>(`,
      components.map((each) => `${each.name}.apply(this.${each.name})`),
      ");",
    ),
    items: call(
      "return Collections.unmodifiableList(Arrays.asList(",
      components.map((each) => each.name),
      "));",
    ),
    anyType: `${name}<${list(() => "?")}>`,
  };
}
