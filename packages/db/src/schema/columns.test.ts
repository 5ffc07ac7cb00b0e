import { expect, test } from "vitest";
import { rfc3339FromPostgres } from "./columns.ts";

test.each([
  ["2026-01-02 03:04:05.678+00", "2026-01-02T03:04:05.678Z"],
  ["2026-01-02 03:04:05.67+00", "2026-01-02T03:04:05.670Z"],
  ["2026-01-02 03:04:05.6+00", "2026-01-02T03:04:05.600Z"],
  ["2026-01-02 03:04:05+00", "2026-01-02T03:04:05.000Z"],
  ["0001-01-01 00:00:00+00", "0001-01-01T00:00:00.000Z"],
  ["9999-12-31 23:59:59.999+00", "9999-12-31T23:59:59.999Z"],
  // From a connection in another time zone, which is slower and no less right.
  ["2026-01-02 03:04:05.67+01", "2026-01-02T02:04:05.670Z"],
])("PostgreSQL's %s is %s", (text, expected) => {
  expect(rfc3339FromPostgres(text)).toBe(expected);
});
