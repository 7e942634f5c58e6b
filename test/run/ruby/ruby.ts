/** The Ruby that the tests run: CRuby from 3.1 where there is one, else its WebAssembly build, which npm has. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

export interface Ruby {
  /** For the names of tests: `CRuby 3.1.2`. */
  readonly title: string;
  /** The command up to the script. */
  readonly command: readonly string[];
  /** Whether it is a program of this machine. */
  readonly isNative: boolean;
  /** What this Ruby lacks, so that what needs it is not run: `bigdecimal`, `rbs`. */
  readonly lacks: readonly string[];
}

/** The command `rbs` of the gem that comes with CRuby, wherever that is. */
export const rbs = ["ruby", "-e", 'load Gem.bin_path("rbs", "rbs")', "--"];

/** @throws Error in a build pipeline that has no CRuby or no rbs, since something would go untested there */
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

/** What a command writes, if it succeeds. */
function run([command = "", ...args]: readonly string[]): { readonly stdout: string } | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? { stdout } : undefined;
}
