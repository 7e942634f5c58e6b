/** The Ruby that runs the tests: CRuby 3.1 or later if installed, else its WebAssembly build from npm. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

export interface Ruby {
  /** The name in test titles: `CRuby 3.1.2`. */
  readonly title: string;
  /** The command line before the script. */
  readonly command: readonly string[];
  /** Whether it is installed on this machine. */
  readonly isNative: boolean;
  /** What this Ruby lacks: `bigdecimal`, `rbs`. Tests that need it are skipped. */
  readonly lacks: readonly string[];
}

/** The `rbs` command of the gem bundled with CRuby, wherever it is installed. */
export const rbs = ["ruby", "-e", 'load Gem.bin_path("rbs", "rbs")', "--"];

/** @throws Error in CI without CRuby or rbs, where tests would be skipped silently */
export function findRuby(environment: NodeJS.ProcessEnv = process.env): Ruby {
  const ruby = environment["RUBY_BUILD"] === "wasm" ? webAssemblyRuby : (nativeRuby() ?? webAssemblyRuby);
  const isPipeline = (environment["CI"] ?? "") !== "" && environment["RUBY_BUILD"] === undefined;
  if (isPipeline && ruby.lacks.length > 0) throw new Error(`${ruby.title} lacks ${ruby.lacks.join(" and ")}`);
  return ruby;
}

const webAssemblyRuby: Ruby = {
  title: "CRuby 3.4 in WebAssembly",
  command: [process.execPath, "--stack-size=3900", join(import.meta.dirname, "wasm-ruby.mjs")],
  isNative: false,
  lacks: ["bigdecimal", "rbs"],
};

function nativeRuby(): Ruby | undefined {
  const asked = run(["ruby", "-e", 'require "bigdecimal"; print RUBY_ENGINE, " ", RUBY_VERSION']);
  const version = /^ruby (?<major>\d+)\.(?<minor>\d+)/.exec(asked?.stdout ?? "")?.groups;
  if (version === undefined || Number(version["major"]) * 100 + Number(version["minor"]) < 301) return undefined;
  const hasRbs = run([...rbs, "--version"]) !== undefined;
  return {
    title: `C${asked?.stdout.replace("ruby", "Ruby")}`,
    command: ["ruby"],
    isNative: true,
    lacks: hasRbs ? [] : ["rbs"],
  };
}

/** The output of a command, if it succeeds. */
function run([command = "", ...args]: readonly string[]): { readonly stdout: string } | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? { stdout } : undefined;
}
