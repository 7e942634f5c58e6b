import { outputsOf } from "../config/config.js";
import { mergeShards } from "../output/merge.js";
import type { TargetResult } from "../output/target-result.js";
import { printable } from "../diagnostics/printable.js";
import type { ProjectFlags } from "./flags.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { counted, grouped } from "../diagnostics/numbers.js";
import { openProject } from "./open-project.js";
import { reportFindings } from "./report-findings.js";
import type { Terminal } from "./terminal.js";

/** `modelwright merge`: combines the manifests of all shards into one. @throws DiskError, UnknownTarget */
export async function mergeCommand(flags: ProjectFlags, terminal: Terminal): Promise<ExitCode> {
  const project = await openProject(flags, terminal);
  if (project === undefined) return exitCode.mistakes;
  const { root } = project.file;
  const targets: TargetResult[] = [];
  for (const target of project.targets)
    for (const output of outputsOf(target)) targets.push(await mergeShards(root, target.name, output));

  const differs = targets.some(({ differences }) => differences.length > 0);
  const result = { outcome: differs ? "differs" : "done", root, sources: [], diagnostics: [], targets } as const;
  reportFindings({ result, format: undefined, mode: "write" }, terminal);
  for (const each of targets) terminal.out(mergedLine(each));
  return differs ? exitCode.differs : exitCode.fine;
}

function mergedLine({ name, differences, unchanged, removed }: TargetResult): string {
  const target = printable(name);
  if (differences.length > 0)
    return `${target}: not merged, because not all files are there as their shards wrote them\n`;
  return `${target}: ${counted(unchanged, "file")} in one manifest, ${grouped(removed.length)} removed\n`;
}
