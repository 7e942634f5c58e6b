/** `modelwright diff --tool-version`: what another version of modelwright would change in the generated files. */
import { resolve } from "node:path";
import { type Rehearsal, rehearse } from "../compare/rehearsal.js";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { ownVersion } from "../disk/identity.js";
import { generate } from "../generate.js";
import { sourcesOf } from "../run/project.js";
import { isMet } from "./diff-formats.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { UsageError } from "./failure.js";
import type { DiffFlags } from "./flags.js";
import { jsonText } from "./json-text.js";
import { openProject } from "./open-project.js";
import { otherVersion } from "./other-version.js";
import { rehearsalMarkdown, rehearsalText, type Versions } from "./rehearsal-text.js";
import { reportDiagnostics } from "./report-findings.js";
import type { Terminal } from "./terminal.js";
import { writeText } from "./write-text.js";

const printers = { text: rehearsalText, json: rehearsalJson, markdown: rehearsalMarkdown } as const;

/**
 * Both versions generate in memory: no generated file is read or written.
 *
 * @param path where the other version is installed
 * @throws UsageError, UnknownTarget, DiskError
 */
export async function toolVersionCommand(path: string, flags: DiffFlags, terminal: Terminal): Promise<ExitCode> {
  const { format = "text", output, failOn } = flags;
  const print = Object.entries(printers).find(([name]) => name === format)?.[1];
  if (print === undefined)
    throw new UsageError(`--tool-version has no --format ${format}`, "use text, json or markdown");
  const other = await otherVersion(path);
  const project = await openProject(flags, terminal);
  if (project === undefined) return exitCode.mistakes;
  const { file, config, outside, targets, inputs } = project;
  const current = await generate({ ...inputs, config, targets, languages: outside.languages });
  const sources = sourcesOf(file, inputs);
  if (hasErrors(current.diagnostics)) {
    reportDiagnostics({ root: file.root, sources, diagnostics: current.diagnostics }, terminal);
    return exitCode.mistakes;
  }
  const options = { config: resolve(file.root, file.path), targets: targets.map(({ name }) => name) };
  const known = { ...current, diagnostics: [...project.diagnostics, ...current.diagnostics] };
  const rehearsal = rehearse(known, await other.generate(options));
  reportDiagnostics({ root: file.root, sources, diagnostics: rehearsal.problems }, terminal);
  writeText(print(rehearsal, { from: ownVersion(), to: other.version }), output, terminal);
  return isMet(rehearsal.verdict, failOn) ? exitCode.differs : exitCode.fine;
}

function rehearsalJson({ verdict, targets, changes, problems }: Rehearsal, versions: Versions): string {
  const each = problems.map(({ code, severity, message, hint, span }) => {
    return { code, severity, message, hint, file: span?.file };
  });
  return jsonText({ verdict, versions, targets, changes, problems: each });
}
