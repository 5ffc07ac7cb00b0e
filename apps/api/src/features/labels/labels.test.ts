import { codeFromPayload } from "@stowage/contract/codes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pdfPages, readQrCodes } from "../../testing/read-labels.ts";
import { type Person, PUBLIC_URL, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let origin: string;
let anna: Person;

beforeAll(async () => {
  server = await startTestServer();
  origin = await server.listen();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

async function make(noun: string, body: object = {}) {
  const answer = await anna.ask("POST", noun, { body: { name: `${noun} ${Math.random()}`, ...body } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

async function file(path: string, body?: object) {
  const answer = await fetch(`${origin}/api/v1/${path}`, {
    method: body ? "POST" : "GET",
    headers: { cookie: anna.cookie, origin: PUBLIC_URL, ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    bytes: new Uint8Array(await answer.arrayBuffer()),
  };
}

test("a bin's label as PNG leads to the bin, by its id and by its code", async () => {
  const bin = await make("bins", { name: "Metric screws" });
  for (const ref of [bin.id, bin.code.toLowerCase()]) {
    const { status, headers, bytes } = await file(`bins/${ref}/label.png`);
    expect([status, headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(await readQrCodes(bytes)).toEqual([`${PUBLIC_URL}/c/${bin.code}`]);
  }
});

test("a bin's label as SVG shows name and code, and no name becomes markup", async () => {
  const bin = await make("bins", { name: `<script>alert("x")</script>` });
  const { status, headers, bytes } = await file(`bins/${bin.id}/label.svg?size=300`);
  expect([status, headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
  const svg = new TextDecoder().decode(bytes);
  expect(svg).not.toContain("<script");
  expect(svg).toContain(bin.code);
  expect(svg).toContain('width="300"');
  expect(new TextDecoder().decode((await file(`bins/${bin.id}/label.svg?text=false`)).bytes)).not.toContain(
    "<text",
  );
});

test("sizes have bounds, and a bin that is not there has no label", async () => {
  const bin = await make("bins");
  for (const size of [63, 2_049, "big"])
    expect((await file(`bins/${bin.id}/label.png?size=${size}`)).status).toBe(422);
  const stranger = await server.signUp("Stranger");
  for (const kind of ["svg", "png"])
    expect((await stranger.ask("GET", `bins/${bin.id}/label.${kind}`)).status).toBe(404);
});

test("a sheet has the labels in their order, with the names of what they stand on", async () => {
  const bin = await make("bins", { name: "Bolts" });
  const { body } = await anna.ask("POST", "codes", { body: { count: 2 } });
  const [blank, other] = body.data.map(({ code }: { code: string }) => code);
  const place = await make("locations", { name: "Shelf 3" });
  await anna.ask("POST", `codes/${other}/claim`, {
    body: { target_type: "location", target_id: place.id },
  });
  const codes = [bin.code.toLowerCase(), blank, other, bin.code];
  const { status, headers, bytes } = await file("labels", { codes, format: "dymo_99012" });
  expect([status, headers.get("content-type")]).toEqual([200, "application/pdf"]);
  expect(headers.get("content-disposition")).toBe('attachment; filename="labels.pdf"');
  const pages = await pdfPages(bytes);
  const read = await Promise.all(pages.map(({ picture }) => readQrCodes(picture)));
  expect(read.flat()).toEqual([bin.code, blank, other, bin.code].map((code) => `${PUBLIC_URL}/c/${code}`));
  expect(pages.map(({ text }) => text.replace(/\s+/g, " ").trim())).toEqual([
    `Bolts ${bin.code}`,
    blank,
    `Shelf 3 ${other}`,
    `Bolts ${bin.code}`,
  ]);
});

test("what cannot be printed is named: a mistyped code, one of nobody, more skipped than a sheet has", async () => {
  const bin = await make("bins");
  const print = (body: object) => anna.ask("POST", "labels", { body });
  const mistyped = await print({ codes: [bin.code, "AAAAAAA"] });
  expect([mistyped.status, mistyped.body.errors[0].pointer]).toEqual([422, "/codes/1"]);
  expect((await print({ codes: [codeFromPayload("ZZZZZZ")] })).status).toBe(404);
  const skipped = await print({ codes: [bin.code], skip: 21 });
  expect([skipped.status, skipped.body.errors[0].pointer]).toEqual([422, "/skip"]);
  for (const body of [
    { codes: [] },
    {},
    { codes: [bin.code], format: "napkin" },
    { codes: Array(1_001).fill(bin.code) },
  ])
    expect((await print(body)).status).toBe(422);
});
