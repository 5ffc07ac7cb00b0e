import { expect, test } from "vitest";
import { makerOf, requestsOf, wire } from "./requests.mjs";

const key = (name) => ({ name: "authorization", value: `Bearer ${name}` });

test("a request says how long its body is, with a number in it as without", () => {
  const text = wire({ method: "POST", path: "/bins", body: '{"name":"Größe {{n}}"}' }, key("a"));
  const sent = makerOf(text)().toString();
  const [head = "", body = ""] = sent.split("\r\n\r\n");
  expect(head.split("\r\n").slice(0, 3)).toEqual([
    "POST /bins HTTP/1.1",
    "host: 127.0.0.1",
    "authorization: Bearer a",
  ]);
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
  expect(JSON.parse(body).name).toMatch(/^Größe [0-9a-f]{4}$/);
});

test("each request that is made with a number has one of its own", () => {
  const make = makerOf("GET /{{n}}");
  const all = new Set(Array.from({ length: 1_000 }, () => make().toString()));
  expect(all.size).toBe(1_000);
});

test("every key and every subject gets its turn, whichever are more", () => {
  const sketches = ["/a", "/b"].map((path) => ({ method: "GET", path }));
  const used = (requests, pattern) => new Set(requests.map((text) => pattern.exec(text)?.[1]));
  const byThree = requestsOf(sketches, ["x", "y", "z"].map(key));
  expect(used(byThree, /Bearer (\w)/)).toEqual(new Set(["x", "y", "z"]));
  expect(used(byThree, /GET (\S+)/)).toEqual(new Set(["/a", "/b"]));
  const byNobody = requestsOf(sketches, []);
  expect(byNobody).toHaveLength(2);
  expect(byNobody.join("")).not.toContain("authorization");
});
