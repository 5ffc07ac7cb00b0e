import { describe, expect, test } from "vitest";
import { operationIdOf } from "../surfaces/docs/operation-id.ts";
import { procedureList } from "./procedure-list.ts";
import { appRouter } from "./router.ts";

// What every procedure declares. That the gate keeps to it is walked by gate-matrix.test.ts.
const procedures = procedureList(appRouter);

describe.each(procedures.map((entry) => [entry.path, entry] as const))("%s", (_path, entry) => {
  test("declares who may call it, a REST route with a summary, and what it gives", () => {
    expect(entry.access.kind).toMatch(/^(scope|any_credential|session|open)$/);
    expect(entry.rest).not.toBeNull();
    expect(entry.rest?.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(entry.output).not.toBeNull();
    expect(entry.rest?.method === "GET").toBe(entry.type === "query");
  });
});

test("routes and operation ids are unique, and no path shadows another", () => {
  const routes = procedures.map(({ rest }) => `${rest?.method} ${rest?.path.replace(/\{\w+\}/g, "{}")}`);
  expect(new Set(routes).size).toBe(routes.length);
  const operations = procedures.map(({ path }) => operationIdOf(path));
  expect(new Set(operations).size).toBe(operations.length);
});
