/**
 * An application with springdoc: `App.java` and the spec of `springdoc/`, with the versions and the target options of the
 * project.
 */
import { expect } from "vitest";
import { Project } from "./project.js";

interface OpenApi {
  readonly openapi: string;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** Starts the application, once for each version of OpenAPI: its document shows the models as they are in JSON. */
export async function expectDocuments(testUrl: string): Promise<void> {
  const project = new Project(testUrl);
  project.take("springdoc", ["spec", "src"]);
  project.run("modelwright", "generate");
  project.run("mvn", "-q", "-B", "package");
  const start = async (version: string): Promise<string> => {
    const options = ["--server.port=0", `--springdoc.api-docs.version=${version}`];
    const started = /Tomcat started on port (\d+)/;
    const [, port] = await project.start(started, "java", "-jar", "target/app.jar", ...options);
    return `http://localhost:${port}`;
  };
  const documentOf = async (origin: string): Promise<OpenApi> =>
    (await (await fetch(`${origin}/v3/api-docs`)).json()) as OpenApi;

  const origin = await start("openapi_3_1");
  const headers = { "content-type": "application/json" };
  const created = await fetch(`${origin}/orders`, { method: "POST", headers, body: order });
  expect([created.status, await created.text()]).toEqual([200, order]);

  const newer = await documentOf(origin);
  expect(newer.openapi).toBe("3.1.0");
  expect(newer.components.schemas).toEqual({
    Order: {
      type: "object",
      description: "What a customer buys",
      required: ["created_at", "due", "order_id", "state", "total"],
      properties: {
        order_id: { type: "integer", format: "int64", minimum: 1, readOnly: true },
        created_at: { type: "string", format: "date-time" },
        updated_at: { type: ["string", "null"], format: "date-time" },
        due: { type: ["string", "null"], format: "date" },
        note: { type: ["string", "null"], maxLength: 200, description: "Anything\nelse", example: '"please"' },
        total: { type: ["string", "number"], format: "decimal", exclusiveMinimum: 0 },
        weights: {
          type: "array",
          items: { type: ["number", "null"], format: "double" },
          minItems: 1,
          uniqueItems: true,
        },
        times: { type: "object", additionalProperties: { type: ["string", "null"], format: "date-time" } },
        state: { $ref: "#/components/schemas/State" },
        size: { anyOf: [{ $ref: "#/components/schemas/Size" }, { type: "null" }] },
        payment: { $ref: "#/components/schemas/Payment" },
        value: { anyOf: [{ $ref: "#/components/schemas/Value" }, { type: "null" }] },
        parent: {
          description: "What a customer buys",
          anyOf: [{ $ref: "#/components/schemas/Order" }, { type: "null" }],
        },
        photo: { type: "string", format: "byte" },
        any: {},
        old: { type: "string", description: "Gone. Use `note` instead.", deprecated: true },
      },
      additionalProperties: { type: "string", pattern: "^x-" },
    },
    State: { type: "string", enum: ["open", "sent"] },
    Size: { anyOf: [{ type: "string", enum: ["small", "large"] }, { type: "string" }] },
    Cash: {
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string", enum: ["cash"] } },
      additionalProperties: false,
    },
    Card: {
      type: "object",
      required: ["expires_at", "kind"],
      properties: {
        kind: { type: "string", enum: ["card"] },
        expires_at: { type: "string", format: "date-time" },
      },
    },
    Payment: {
      oneOf: [{ $ref: "#/components/schemas/Cash" }, { $ref: "#/components/schemas/Card" }],
      discriminator: {
        propertyName: "kind",
        mapping: { cash: "#/components/schemas/Cash", card: "#/components/schemas/Card" },
      },
    },
    Value: {
      anyOf: [
        { type: "string" },
        { type: "integer", format: "int64" },
        { type: "array", items: { type: "string", format: "date-time" } },
      ],
    },
  });

  const older = await documentOf(await start("openapi_3_0"));
  expect(older.openapi).toBe("3.0.1");
  expect(older.components.schemas).toMatchObject({
    Order: {
      properties: {
        updated_at: { type: "string", format: "date-time", nullable: true },
        due: { type: "string", format: "date", nullable: true },
        total: { anyOf: [{ type: "string" }, { type: "number" }], minimum: 0, exclusiveMinimum: true },
        weights: { items: { type: "number", nullable: true } },
        size: { nullable: true, allOf: [{ $ref: "#/components/schemas/Size" }] },
        payment: { $ref: "#/components/schemas/Payment" },
      },
    },
    Payment: { discriminator: { propertyName: "kind" } },
  });
}

/** A document that the application returns as it was sent. */
const order =
  '{"order_id":1,"created_at":"2025-03-01T10:00:00Z","due":null,"total":7.250,"state":"sent","size":"huge",' +
  '"payment":{"kind":"card","expires_at":"2026-01-01T00:00:00Z"},"value":["2025-03-01T10:00:00Z"]}';
