import { expect, it } from "vitest";
import { conflictSides } from "../../src/disk/conflict-sides.js";

it.each([
  ["a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd\n", ["a\nb\nd\n", "a\nc\nd\n"]],
  ["<<<<<<< HEAD\n=======\nc\n>>>>>>> x\n<<<<<<< HEAD\nd\n||||||| base\ne\n=======\n>>>>>>> x\n", ["d\n", "c\n"]],
  ["a\n=======\nb\n", undefined],
  ["a\n<<<<<<< HEAD\nb\n=======\nc\n", undefined],
  ["plain\n", undefined],
])("the sides of %j", (text, sides) => {
  expect(conflictSides(text)).toEqual(sides);
});
