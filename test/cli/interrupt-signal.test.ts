/** What becomes of a signal to end. */
import { expect, it } from "vitest";
import { interrupt } from "../../src/cli/interrupt.js";

it("leaves no listener behind, however often it listened", () => {
  const before = process.listenerCount("SIGTERM");
  const { listen, finish } = interrupt();
  listen();
  listen();
  expect(process.listenerCount("SIGTERM")).toBe(before + 1);
  finish();
  expect(process.listenerCount("SIGTERM")).toBe(before);
});
