import { exampleProblem } from "@stowage/contract/problem-examples";
import { PROBLEM_WORDS } from "@stowage/contract/problem-words";
import { PROBLEMS, type ProblemCode, problemPath } from "@stowage/contract/problems";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PUBLIC_URL, startTestServer, type TestServer } from "../../testing/test-server.ts";
import { html } from "./html.ts";

const AS_BROWSER = { headers: { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" } };
const AS_PROGRAM = { headers: { accept: "application/json" } };
const CODES = Object.keys(PROBLEMS) as ProblemCode[]; // keys of a const object: exactly ProblemCode

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** What a page loads by itself. */
const loadedBy = (text: string) =>
  Array.from(text.matchAll(/<(?:script|link|img|iframe)[^>]*?(?:src|href)="([^"]*)"/g), ([, at = ""]) => at);

test("the pages may load nothing foreign, run nothing inline, and be framed by nobody", async () => {
  for (const path of ["/docs", "/docs/", "/problems", "/problems/key-revoked"]) {
    const { status, headers, text } = await server.ask("GET", path, AS_BROWSER);
    expect([status, headers["content-type"]], path).toEqual([200, "text/html; charset=utf-8"]);
    const policy = String(headers["content-security-policy"]);
    expect(policy, path).toContain("default-src 'self'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toMatch(/unsafe|https?:|\*/);
    expect(text, path).not.toMatch(/<style|<script>|\son\w+=/);
    expect(
      loadedBy(text).filter((at) => !/^\/[^/]/.test(at)),
      path,
    ).toEqual([]);
  }
});

test("what the reference loads is there, is kept for good, and names no other place to ask", async () => {
  const { text } = await server.ask("GET", "/docs", AS_BROWSER);
  const loaded = loadedBy(text).filter((at) => at.startsWith("/docs/"));
  expect(loaded).toHaveLength(5);
  for (const at of loaded) {
    const { status, headers } = await server.ask("GET", at);
    expect([status, headers["cache-control"]], at).toEqual([200, "public, max-age=31536000, immutable"]);
    expect(headers["content-type"], at).toBe(
      `text/${at.endsWith(".js") ? "javascript" : "css"}; charset=utf-8`,
    );
  }
});

test("nothing beside the pages' files is served, nor an older one under their name", async () => {
  for (const path of [
    "/docs/assets/0000000000000000/page.css",
    "/docs/assets/0000000000000000/constructor",
    "/docs/assets/0000000000000000/..%2f..%2f..%2fpackage.json",
    "/docs/../package.json",
  ])
    expect((await server.ask("GET", path)).body, path).toMatchObject({ status: 404, code: "unknown_route" });
});

test("the type of every problem leads to a page that explains it, also without JavaScript", async () => {
  for (const code of CODES) {
    const { type } = exampleProblem(code, PUBLIC_URL);
    const { status, text } = await server.ask("GET", type.slice(PUBLIC_URL.length), AS_BROWSER);
    expect(status, code).toBe(200);
    const plain = text.replace(/<\/?code>/g, "`");
    for (const words of [`${PROBLEMS[code].status} \`${code}\``, ...Object.values(PROBLEM_WORDS[code])])
      expect(plain, code).toContain(html`${words}`.text);
    expect(text, code).not.toContain("<script");
  }
});

test("a problem is explained to programs, too, by either spelling of its code", async () => {
  for (const path of ["/problems/key-revoked", "/problems/key_revoked"]) {
    const { body, headers } = await server.ask("GET", path, AS_PROGRAM);
    expect(body, path).toMatchObject({ code: "key_revoked", status: 401, ...PROBLEM_WORDS.key_revoked });
    expect(body.type).toBe(`${PUBLIC_URL}/problems/key-revoked`);
    expect(headers.vary).toBe("accept");
  }
  const { data } = (await server.ask("GET", "/problems", AS_PROGRAM)).body;
  expect(data.map(({ code }: { code: string }) => code)).toEqual(CODES);
});

test("the list of problems leads to each of them", async () => {
  const { text } = await server.ask("GET", "/problems", AS_BROWSER);
  for (const code of CODES) expect(text).toContain(`href="${problemPath(code)}"`);
});

test("a code that there is not is 404, and comes back as text at the most", async () => {
  const attack = "<script>alert(1)</script>";
  for (const name of ["nonsense", "constructor", "__proto__", encodeURIComponent(attack)]) {
    const { status, headers, body } = await server.ask("GET", `/problems/${name}`, AS_BROWSER);
    expect([status, body.code], name).toEqual([404, "not_found"]);
    expect(headers["content-type"], name).toBe("application/problem+json; charset=utf-8");
  }
});

test("what goes into a page is escaped, in text and in attributes", () => {
  const attack = `"><img src=x onerror='alert(1)'>&`;
  const text = html`<a href="${attack}">${attack}</a>`.text;
  expect(text).not.toContain("<img");
  expect(text.match(/"/g)).toHaveLength(2);
});
