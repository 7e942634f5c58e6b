import { expect, it } from "vitest";
import { Project } from "../project.js";

it("keeps plain data in a Redux store, and changes it with Immer", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  project.run("tsc");
  expect(project.run("node", "dist/main.js").split("\n")).toEqual([
    '{"id":9007199254740993,"items":[{"sku":"A","color":"red"},{"amount":1,"sku":"B"}],"note":null,' +
      '"ordered_at":"2025-03-01T10:00:00+02:00","payment":{"digits":"4321","method":"card"},"status":"paid","total":19.99,' +
      '"factor":0.12345678901234567890}',
    "true",
    "false",
    "$.items[0].amount must be at least 1",
    "true",
    "",
  ]);
});
