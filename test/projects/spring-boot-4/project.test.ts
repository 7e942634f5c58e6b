import { expect, it } from "vitest";
import { isInstalled, Project } from "../project.js";

const person = '{"id":"1","name":"Ada"}';
const documents = [
  person,
  '{"id":"2","name":"Ada","nick_name":null,"born":"1815-12-10","salary":7.250,"tags":[]}',
  '{"id":"3","name":"","nick_name":"A","contact":{"kind":"email","address":"a@b.c"},"unknown":{"a":[null,1.0]}}',
  '{"id":"4","name":"Ada","salary":"0.10","contact":{"kind":"fax","line":1},"role":"chief-editor"}',
];

const wrong = '{"id":5,"nick_name":[],"tags":["a",null],"contact":{"kind":"phone"}}';

async function post(origin: string, body: string): Promise<Response> {
  return fetch(`${origin}/people`, { method: "POST", headers: { "content-type": "application/json" }, body });
}

it.runIf(isInstalled("mvn"))("reads and writes models in a Spring Boot 4 application", async () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  project.run("mvn", "-q", "-B", "-ntp", "package");
  const options = ["--server.port=0", "--server.address=127.0.0.1"];
  const ready = /Tomcat started on port (\d+)/;
  const [, port] = await project.start(ready, "java", "-jar", "target/people.jar", ...options);
  const origin = `http://127.0.0.1:${port}`;

  for (const json of documents) {
    const created = await post(origin, json);
    expect([created.status, await created.text()]).toEqual([200, json]);
    const found = await fetch(`${origin}/people/${/"id":"(.)"/.exec(json)?.[1]}`);
    expect([found.status, await found.text()]).toEqual([200, json]);
  }

  const rejected = await problemOf(await post(origin, wrong));
  expect(rejected.detail).toBe("the document does not match the model");
  expect(rejected.violations.map(({ path, keyword }) => `${path} ${keyword}`)).toEqual([
    "$.id type",
    "$.nick_name type",
    "$.tags[1] type",
    "$.contact.number required",
    "$.name required",
  ]);
  expect((await problemOf(await post(origin, '{"id":'))).detail).toBe("the body must be a JSON document");
  const long = await problemOf(await post(origin, JSON.stringify({ id: "5", name: "A".repeat(21) })));
  expect(long.violations).toEqual([
    { path: "$.name", keyword: "maxLength", message: "must have at most 20 characters" },
  ]);

  expect(await (await fetch(`${origin}/people?role=chief-editor`)).json()).toEqual(["4"]);
  expect((await problemOf(await fetch(`${origin}/people?role=owner`))).detail).toContain("'owner'");
  const patched = async (body: string): Promise<string> => {
    const init = { method: "PATCH", headers: { "content-type": "application/merge-patch+json" }, body };
    return (await fetch(`${origin}/people/1`, init)).text();
  };
  expect(await patched('{"nick_name":null}')).toBe('{"id":"1","name":"Ada","nick_name":null}');
  expect(await patched('{"name":"Eve"}')).toBe('{"id":"1","name":"Eve"}');
});

interface Problem {
  readonly detail: string;
  readonly violations: readonly { readonly path: string; readonly keyword: string; readonly message: string }[];
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.status).toBe(400);
  return (await response.json()) as Problem;
}
