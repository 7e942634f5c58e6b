/** The page of all keys is fresh (`npm run golden` updates it). */
import { format, resolveConfig } from "prettier";
import { expect, it } from "vitest";
import { codeRecord, configShape, docsRecord, targetRecord, targetShape } from "../src/config/shapes.js";
import { languages } from "../src/languages/index.js";
import { keyReference, type Section } from "../src/shape/key-reference.js";
import {
  discriminator,
  enumValueRecord,
  fieldRecord,
  memberRecord,
  modelRecord,
  specFileRecord,
  typeRecord,
} from "../src/spec/shapes.js";
import { deprecation, externalDocs } from "../src/spec/documentation-shapes.js";

const sections: readonly Section[] = [
  { title: "A spec file", shape: specFileRecord },
  { title: "Types", shape: typeRecord },
  { title: "Models", shape: modelRecord, without: typeRecord },
  { title: "Fields", shape: fieldRecord, without: typeRecord },
  { title: "Members of unions", shape: memberRecord, without: typeRecord },
  { title: "Values of enums", shape: enumValueRecord },
  { title: "Discriminators", shape: discriminator },
  { title: "Deprecation", shape: deprecation },
  { title: "External documentation", shape: externalDocs },
  { title: "modelwright.yaml", shape: configShape(languages) },
  { title: "Targets", shape: targetRecord },
  { title: "Code of a target", shape: codeRecord },
  { title: "Docs of a target", shape: docsRecord },
  ...languages.flatMap((language): readonly Section[] => {
    if (Object.keys(language.options).length === 0) return [];
    return [{ title: `${language.title} targets`, shape: targetShape(language), without: targetRecord }];
  }),
];

const introduction = `# Keys

Every key of a field spec and of the config, made from the definitions that check them. [spec.md](spec.md) explains the
language.

`;

it("docs/spec-keys.md", async () => {
  const file = new URL("../docs/spec-keys.md", import.meta.url);
  const options = await resolveConfig(file);
  const page = await format(introduction + keyReference(sections), { ...options, parser: "markdown" });
  await expect(page).toMatchFileSnapshot(file.pathname);
});
