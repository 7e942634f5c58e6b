import typescript from "@rollup/plugin-typescript";

const bundle = (name) => ({
  input: `src/${name}.ts`,
  output: { file: `dist/${name}.js`, format: "es" },
  plugins: [typescript()],
});

export default [bundle("main"), bundle("status")];
