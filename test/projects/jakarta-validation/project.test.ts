import { expect, it } from "vitest";
import { isInstalled, Project } from "../project.js";

interface Problem {
  readonly field: string;
  readonly path: string;
  readonly message: string;
}

it.runIf(isInstalled("mvn"))("responds 400 with the paths of constraint violations", async () => {
  const project = new Project(import.meta.url);
  project.run("modelwright", "generate");
  project.run("mvn", "-q", "-B", "package");
  const started = /Tomcat started on port (\d+)/;
  const [, port] = await project.start(started, "java", "-jar", "target/app.jar", "--server.port=0");
  const post = (order: unknown): Promise<Response> =>
    fetch(`http://localhost:${port}/orders`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(order),
    });

  const good = {
    order_id: 1,
    note: null,
    items: [{ product_code: "A123B", price: "7.25" }],
    gift_card: { code: "ABCD" },
    payment: "cash",
    other: "ok",
  };
  const accepted = await post(good);
  expect(await accepted.json()).toEqual(good);
  expect(accepted.status).toBe(200);

  const rejected = await post({
    order_id: 0,
    note: "long",
    items: [{ product_code: "A1" }, { product_code: "123", price: 0.001 }],
    gift_card: { code: "A" },
    payment: { kind: "cash", currency: "euro" },
    "other field": "x",
  });
  expect(rejected.status).toBe(400);
  const problems = (await rejected.json()) as readonly Problem[];
  expect(problems.map(({ field, path, message }) => `${field} ${path} ${message}`).toSorted()).toEqual([
    'additionalProperties[other field] $["other field"] must have at least 2 characters',
    "giftCard.code $.gift_card.code must have at least 4 characters",
    "items[0].productCode $.items[0].product_code must match [0-9]{3}",
    "items[1].price $.items[1].price must be a multiple of 0.01",
    "note $.note must have at most 3 characters",
    "orderId $.order_id must be greater than or equal to 1",
    "payment.currency $.payment.currency must match ^[A-Z]{3}$",
  ]);

  const inUnion = await post({ ...good, payment: "long text" });
  expect(inUnion.status).toBe(400);
  expect(((await inUnion.json()) as readonly Problem[]).map(({ path }) => path)).toEqual(["$.payment"]);
  // A document that cannot be read is a bad request too.
  expect((await post({ ...good, order_id: "1" })).status).toBe(400);
});
