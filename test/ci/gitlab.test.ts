/** The program of docs/ci.md that writes a note, against a server that answers like GitLab. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { projectRoot } from "../cli/command.js";
import { temporaryFolder, writeTree } from "../folders.js";

const section =
  readFileSync(join(projectRoot, "docs/ci.md"), "utf8").split("\n## GitLab\n")[1]?.split("\n## ")[0] ?? "";
const [job = "", program = ""] = [...section.matchAll(/^```\w+\n([^]*?)^```$/gm)].map(([, text = ""]) => text);

interface Note {
  readonly id: number;
  readonly body: string;
  readonly author: { readonly id: number };
}

interface Request {
  readonly line: string;
  readonly token: string | undefined;
  readonly body: string;
}

/** Runs the program with the notes that a merge request has. */
async function write(
  notes: readonly Note[],
  token = "secret",
): Promise<{ requests: Request[]; status: number; out: string }> {
  const requests: Request[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      const given = request.headers["private-token"];
      requests.push({ line: `${request.method} ${request.url}`, token: String(given), body });
      const answer = request.url === "/api/user" ? { id: 5 } : request.method === "GET" ? notes : { id: 9 };
      response.writeHead(given === "secret" ? 200 : 401).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const folder = temporaryFolder();
  writeTree(folder, { "note.mjs": program, "report.md": '## `1` change "\n' });
  const { port } = server.address() as AddressInfo;
  const env = { CI_API_V4_URL: `http://127.0.0.1:${port}/api`, CI_PROJECT_ID: "3", CI_MERGE_REQUEST_IID: "7" };
  const child = spawn(process.execPath, ["note.mjs", "report.md"], {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...env, MODELWRIGHT_TOKEN: token },
  });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (out += part.toString()));
  const status = await new Promise<number>((resolve) => void child.on("close", (code) => resolve(code ?? 1)));
  server.close();
  return { requests, status, out };
}

const body = '<!-- modelwright diff -->\n## `1` change "\n';
const notes = "/api/projects/3/merge_requests/7/notes";

describe("the note of a merge request", () => {
  it("is new the first time", async () => {
    const { requests, status } = await write([{ id: 1, body, author: { id: 4 } }]);
    expect([status, requests.at(-1)]).toEqual([
      0,
      { line: `POST ${notes}`, token: "secret", body: JSON.stringify({ body }) },
    ]);
  });

  it("is updated later", async () => {
    const others = [
      { id: 1, body, author: { id: 4 } },
      { id: 2, body: "text", author: { id: 5 } },
    ];
    const { requests } = await write([...others, { id: 3, body: "<!-- modelwright diff -->\nold", author: { id: 5 } }]);
    expect(requests.at(-1)?.line).toBe(`PUT ${notes}/3`);
  });

  it("is not written without a token, and a wrong one is reported", async () => {
    expect(await write([], "")).toMatchObject({ requests: [], status: 0 });
    const { status, out } = await write([], "wrong");
    expect([status, out]).toEqual([1, expect.stringContaining("GitLab answered 401")]);
    expect(out).not.toContain("wrong");
  });

  it("is written by a job of merge requests that quotes what it is given", () => {
    const { models } = parse(job) as { models: { script: string[]; rules: { if: string }[] } };
    expect(models.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
    expect(models.script.join("\n")).not.toMatch(/(?<!")\$CI_/);
  });
});
