import { expect, it } from "vitest";
import { isInstalled, Project } from "../project.js";

it.runIf(isInstalled("rails"))("works in Rails, whose JSON encoding does not change the output", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  const written = (name: string): string =>
    `{"customer":{"name":"${name}"},"id":9007199254740993,"ordered_at":"2025-03-01T10:00:00.500+02:00","status":"new",` +
    '"total":"7.25","x":1.0,"more":[null,1.1,12345678901234567890.25,1e400]}';
  const escaped = written("A\\u003cd\\u003ea");
  const lines = [
    ...[written("A<d>a"), "true", "true", escaped, `{"orders":[${escaped}],"status":"new"}`],
    ...["true", "false", "false", "true", "true", "true"],
    ...["2025-03-01T11:00:00+01:00", '{"name":"Ada","token":{"value":"a"}}', `{"order":${escaped}}`],
    ...["false", "9007199254740993", ""],
  ];
  expect(project.run("ruby", "use.rb").split("\n")).toEqual(lines);
});
