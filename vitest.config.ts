import { configDefaults, defineConfig } from "vitest/config";

/** Tests that need a compiler, another language or the built package, or that take long. */
const system = [
  "test/changes/changes.test.ts",
  "test/ci/**",
  "test/cli/**",
  "test/conformance.test.ts",
  "test/conformance/**",
  "test/cookbook/**",
  "test/import/fuzz.test.ts",
  "test/import/parity.test.ts",
  "test/languages/comment-tools.test.ts",
  "test/languages/visible-pages.test.ts",
  "test/project-run/cache.test.ts",
  "test/project-run/loaded-code.test.ts",
  "test/fuzz/**",
  "test/round-trip/**",
  "test/run/**",
  "test/runtime/fast-path/**",
  "test/runtime/ruby/**",
  "test/why/**",
].map((path) => (path.endsWith("**") ? `${path}/*.test.ts` : path));

/** Real projects of users. The first run fetches their packages. */
const projects = "test/projects/*/project.test.ts";

export default defineConfig({
  test: {
    setupFiles: ["test/fuzz/seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // `-u` updates golden files of every kind.
    env: process.argv.includes("-u") ? { UPDATE_GOLDEN: "1" } : {},
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...system, projects],
          // Modules hold no state (test/architecture.test.ts), so test files can share them: loading them again for each
          // file takes half as long as all unit tests.
          isolate: false,
        },
      },
      { extends: true, test: { name: "system", include: system } },
      {
        extends: true,
        test: { name: "projects", include: [projects], globalSetup: "test/projects/pack.ts", testTimeout: 900_000 },
      },
    ],
  },
});
