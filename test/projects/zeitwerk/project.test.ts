import { expect, it } from "vitest";
import { isInstalled, Project } from "../project.js";

it.runIf(isInstalled("rake"))("installs as a gem with classes that Zeitwerk finds", () => {
  const project = new Project(import.meta.url);
  project.run("rake", "models", "models:check");
  project.run("gem", "build", "--silent", "acme.gemspec");
  const install = ["install", "--local", "--ignore-dependencies", "--no-document", "--install-dir", "gems"];
  project.run("gem", ...install, "acme-1.0.0.gem");
  const home = "gems/gems/acme-1.0.0";
  for (const loading of ["lazy", "eager"]) {
    const options = ["-w", "-I", `${home}/lib`, "-I", `${home}/generated/lib`];
    expect(project.run("ruby", ...options, "use.rb", loading).split("\n"), loading).toEqual([
      '{"customer":{"name":"Ada","orders":[],"tags":["new","regular"],"token":{"value":"a"}},"id":1,' +
        '"ordered_at":"2025-03-01T10:00:00Z","payment":{"kind":"card","number":"42"},"status":"paid","total":"7.250","x":0.5}',
      "Acme::Shared::OAuthToken",
      "Acme::Shared::HRISModel",
      "Acme::Shared::V2Address",
      "",
    ]);
  }
});
