import { expect, it } from "vitest";
import { Project } from "../project.js";

it("reads and writes the classes in a NestJS controller", async () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  project.run("tsc");
  const [, port] = await project.start(/http:\/\/\S+:(\d+)/, "node", "dist/main.js");
  const post = async (order: object): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/orders/pay`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(order),
    });

  const order = { id: 1, status: "open", total: 7.25, ordered_at: "2025-03-01T10:00:00Z", note: null, color: "red" };
  expect(await (await post(order)).json()).toEqual({ ...order, status: "paid" });

  const rejected = await post({ id: 1, status: "open" });
  expect(rejected.status).toBe(400);
  expect(JSON.stringify(await rejected.json())).toContain("$.total");
});
