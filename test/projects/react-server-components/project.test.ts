import { expect, it } from "vitest";
import { Project } from "../project.js";

it("passes plain data from the server to the client", () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  project.run("tsc");
  const piped = "node --conditions=react-server dist/server.js | node dist/client.js";
  expect(project.run("bash", "-o", "pipefail", "-c", piped)).toBe(
    '{"id":9007199254740993,"items":[{"sku":"A","color":"red"}],"note":null,"ordered_at":"2025-03-01T10:00:00+02:00",' +
      '"payment":{"digits":"1234","method":"card"},"total":"19.990","factor":0.12345678901234567890}\n',
  );
});
