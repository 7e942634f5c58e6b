/** Unions that hold themselves take steps that grow with the data, not with the number of ways through it. */
import { expect, test } from "vitest";
import * as plain from "../../../templates/typescript/runtime/data-index.js";
import * as t from "../../../templates/typescript/runtime/index.js";

let steps = 0;

/** A string that counts how often it is looked at. */
const counted: t.Type<string> = {
  read: (json, at) => counting(() => t.string.read(json, at)),
  build: (value, at) => counting(() => t.string.build(value, at)),
  check: (value, at) => counting(() => t.string.check(value, at)),
  write: (value, at) => counting(() => t.string.read(value, at)),
};

function counting<T>(run: () => T): T {
  steps++;
  return run();
}

type Node = First | Second | readonly unknown[] | t.UnknownMember;
type Init = { readonly name?: string; readonly child?: unknown };

class First extends t.Model<Init> {
  static fields(): object {
    return { name: t.optional("name", counted), child: t.optional("child", t.union<Node>(Tree)) };
  }
}

class Second extends t.Model<Init> {
  static fields(): object {
    return { name: t.required("name", counted), child: t.optional("child", t.array(t.union<Node>(Tree))) };
  }
}

const Tree = {
  members: (): t.Type<Node> =>
    t.byShape<Node>(t.model(First as never), t.model(Second as never), t.array(t.union<Node>(Tree))) as t.Type<Node>,
};

const PlainFirst = declared(() => ({
  name: plain.optional("name", counted),
  child: plain.optional("child", plain.union<object>(PlainTree)),
}));
const PlainSecond = declared(() => ({
  name: plain.required("name", counted),
  child: plain.optional("child", plain.array(plain.union<object>(PlainTree))),
}));
const PlainTree = {
  members: (): plain.ObjectType<object> =>
    plain.byShape<object>(
      plain.model(PlainFirst),
      plain.model(PlainSecond),
      plain.array(plain.union<object>(PlainTree)) as never,
    ),
};

function declared(fields: () => object): never {
  return { fields } as never;
}

/** Fields of either model in turn, or a wrong value at the bottom. */
function nested(depth: number, bottom: unknown): unknown {
  if (depth === 0) return bottom;
  const child = nested(depth - 1, bottom);
  return { name: "a", child: depth % 3 === 0 ? [child] : child };
}

function stepsOf(run: () => unknown): number {
  steps = 0;
  run();
  return steps;
}

const tree = t.union<Node>(Tree);
const plainTree = plain.union<object>(PlainTree);
const quietly = (run: () => unknown): void => {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ModelError") throw error;
  }
};

const ways: readonly (readonly [string, (data: unknown) => unknown])[] = [
  ["reading", (data) => t.fromJSON(tree, data)],
  ["building", (data) => quietly(() => new First({ child: data }))],
  ["checking", (data) => t.fromJSON(t.model(First as never) as t.Type<First>, { child: data }).validate()],
  ["writing", (data) => t.fromJSON(t.model(First as never) as t.Type<First>, { child: data }).toJSON()],
  ["plain: reading", (data) => plain.fromJSON(plainTree, data)],
  ["plain: creating", (data) => quietly(() => plain.create(plainTree, data))],
  ["plain: writing", (data) => quietly(() => plain.write(plainTree, data as object))],
  ["plain: validating", (data) => plain.validate(plainTree, data as object)],
];

test.each(ways)("%s", (_, run) => {
  for (const bottom of [{ name: "a" }, { name: 5 }, 5, []]) {
    const [few, many] = [stepsOf(() => run(nested(10, bottom))), stepsOf(() => run(nested(40, bottom)))];
    expect(few).toBeGreaterThan(0);
    // Four times the depth.
    expect(many).toBeLessThanOrEqual(few * 20);
  }
});
