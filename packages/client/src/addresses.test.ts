import { expect, test } from "vitest";
import { Stowage } from "./stowage.ts";
import { clientAnswered, json, KEY } from "./testing/answering.ts";

const at = (baseUrl: string, more: { allowInsecureHttp?: boolean } = {}) =>
  new Stowage({ apiKey: KEY, baseUrl, ...more });

test.each([
  ["https://a.example", "https://a.example/api/v1/whoami"],
  ["https://a.example/", "https://a.example/api/v1/whoami"],
  ["https://a.example/api/v1", "https://a.example/api/v1/whoami"],
  ["https://a.example/api/v1/", "https://a.example/api/v1/whoami"],
  ["https://a.example/stowage", "https://a.example/stowage/api/v1/whoami"],
  ["http://localhost:4870//", "http://localhost:4870/api/v1/whoami"],
])("%s leads to %s", async (baseUrl, url) => {
  const { stowage, asked } = clientAnswered([json({})], { baseUrl });
  await stowage.whoami.get();
  expect(asked[0]?.url).toBe(url);
});

test.each([
  "http://localhost:4870",
  "http://127.0.0.1",
  "http://127.1",
  "http://[::1]:4870",
  "http://stowage:4870",
  "http://stowage.local",
  "http://box.lan.",
  "http://localhost.",
  "http://10.1.2.3",
  "http://172.16.0.1",
  "http://192.168.1.20:4870",
  "http://100.64.0.1",
  "http://[fd00::1]",
  "http://[fe80::1]",
  "https://stowage.example.org",
])("the key may go to %s", (baseUrl) => {
  expect(() => at(baseUrl)).not.toThrow();
});

test.each([
  "http://stowage.example.org",
  "http://8.8.8.8",
  "http://172.32.0.1",
  "http://100.128.0.1",
  "http://10.0.0.1.example.org",
  "http://134744072",
  "http://0x08080808",
  "http://8。8。8。8",
  "http://evil。com",
  "http://ai.",
  "http://0.0.0.0",
  "http://[::ffff:8.8.8.8]",
  "http://localhost.example.org",
  "http://stowage.example.plan",
  "http://[2001:db8::1]",
])("the key goes unencrypted to %s only when that is allowed", (baseUrl) => {
  expect(() => at(baseUrl)).toThrow("unencrypted");
  expect(() => at(baseUrl, { allowInsecureHttp: true })).not.toThrow();
  expect(() => new Stowage({ apiKey: null, baseUrl })).not.toThrow();
});

test.each([
  "stowage.example.org",
  "",
  "ftp://a.example",
  "https://me:secret@a.example",
  "https://a.example/?x=1",
  "https://a.example/?",
  "https://a.example/#",
  KEY,
])("%s is no address of a server, and is not repeated", (baseUrl) => {
  expect(() => at(baseUrl)).toThrow(TypeError);
  for (const secret of [KEY, "secret"]) expect(() => at(baseUrl)).not.toThrow(secret);
});

test("an id stays one step of the path, whatever is in it", async () => {
  const { stowage, asked } = clientAnswered([json({})]);
  for (const id of ["a/../b", "a?x=1", "a#b", "%2e%2e", "a b", "é"]) await stowage.bins.get(id);
  expect(asked.map(({ url }) => new URL(url).pathname.slice("/api/v1/bins/".length))).toEqual([
    "a%2F..%2Fb",
    "a%3Fx%3D1",
    "a%23b",
    "%252e%252e",
    "a%20b",
    "%C3%A9",
  ]);
  expect(asked.every(({ url }) => new URL(url).search === "")).toBe(true);
});

test.each(["", ".", ".."])("an id of %j would name another path, and asks nothing", (id) => {
  const { stowage, asked } = clientAnswered([json({})]);
  expect(() => stowage.bins.get(id)).toThrow(TypeError);
  expect(() => stowage.bins.remove(id)).toThrow(TypeError);
  expect(asked).toHaveLength(0);
});

test("a query repeats its lists and leaves out what is undefined", async () => {
  const { stowage, asked } = clientAnswered([json({ data: [], next_cursor: null })]);
  await stowage.items.list({ tag: ["a & b", "c"], low_stock: true, limit: 3, q: undefined });
  expect(new URL(asked[0]?.url ?? "").search).toBe("?tag=a+%26+b&tag=c&low_stock=true&limit=3");
});
