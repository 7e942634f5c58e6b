import { format, resolveConfig } from "prettier";
import { expect, it } from "vitest";
import { compatibilityPage } from "./compatibility.js";

it("is listed in docs/compatibility.md, with the versions that are installed", async () => {
  const path = "docs/compatibility.md";
  const page = await format(compatibilityPage(), { ...(await resolveConfig(path)), filepath: path });
  await expect(page).toMatchFileSnapshot(`../../${path}`);
});
