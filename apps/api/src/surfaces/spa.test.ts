import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../testing/test-server.ts";

const PAGE = "<!doctype html><title>Stowage</title>";
const AS_BROWSER = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } };

let server: TestServer;
let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "stowage-web-"));
  mkdirSync(join(root, "assets"));
  writeFileSync(join(root, "index.html"), PAGE);
  writeFileSync(join(root, "assets/index-abc123.js"), "export {};");
  writeFileSync(join(root, "assets/index-abc123.js.br"), brotliCompressSync("export {};"));
  writeFileSync(join(root, "assets/index-abc123.js.gz"), gzipSync("export {};"));
  writeFileSync(join(root, "theme.js"), "void 0;");
  server = await startTestServer({ config: { web_root: root } });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

test("every address of the app opens it, for a browser", async () => {
  for (const path of ["/", "/items", "/settings/api-keys/key_x?add=bins%3Awrite"]) {
    const answer = await server.ask("GET", path, AS_BROWSER);
    expect([answer.status, answer.text], path).toEqual([200, PAGE]);
    expect(answer.headers["cache-control"]).toContain("no-cache");
  }
});

test("the page may load nothing foreign, run nothing inline, and be framed by nobody", async () => {
  const policy = String((await server.ask("GET", "/", AS_BROWSER)).headers["content-security-policy"]);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("https:");
});

test("hashed assets are kept for good, others asked about again", async () => {
  const asset = await server.ask("GET", "/assets/index-abc123.js");
  expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await server.ask("GET", "/theme.js")).headers["cache-control"]).toBe("no-cache");
});

test("an asset is sent as small as the browser takes it, and kept for good all the same", async () => {
  const sent = async (encodings: string) =>
    (await server.ask("GET", "/assets/index-abc123.js", { headers: { "accept-encoding": encodings } }))
      .headers;
  for (const [encodings, encoding] of [
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["identity", undefined],
  ] as const) {
    const headers = await sent(encodings);
    expect(headers["content-encoding"], encodings).toBe(encoding);
    expect(headers["content-type"], encodings).toContain("javascript");
    expect(headers["cache-control"], encodings).toContain("immutable");
    expect(headers.vary, encodings).toContain("accept-encoding");
  }
});

test("a mistyped address is a problem where a page would mislead", async () => {
  for (const path of ["/assets/gone.js", "/api/v1/nowhere", "/trpc", "/healthz/deep"]) {
    const answer = await server.ask("GET", path, AS_BROWSER);
    expect([answer.status, answer.body.code], path).toEqual([404, "unknown_route"]);
  }
  expect((await server.ask("GET", "/items")).body.code).toBe("unknown_route");
  expect((await server.ask("POST", "/items", AS_BROWSER)).status).toBe(404);
});

test("nothing beside the app is served", async () => {
  for (const path of [
    "/../package.json",
    "/assets/../../package.json",
    "/%2e%2e/package.json",
    "/assets/%2e%2e%2f%2e%2e%2fpackage.json",
  ])
    expect((await server.ask("GET", path)).status, path).toBe(404);
});

test("alive and ready are told apart from the app", async () => {
  expect((await server.ask("GET", "/healthz")).body).toEqual({ status: "ok" });
  expect((await server.ask("GET", "/readyz")).body).toEqual({
    status: "ready",
    database: "external",
    rate_limits: "alone",
  });
});
