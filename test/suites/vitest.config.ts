import { defineConfig } from "vitest/config";

/** `npm run conformance`: no part of `npm test`, since the suites are not part of the project. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["suites.run.ts"],
    setupFiles: ["../fuzz/seed.ts"],
    testTimeout: 1_800_000,
  },
});
