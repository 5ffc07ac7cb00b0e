import { createServer, type Server } from "node:net";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { afterEach, describe, expect, test } from "vitest";
import { openPool } from "./pool.ts";
import { isDatabaseUnavailable } from "./unavailable.ts";

const withCode = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

describe("a database that is not there is told from a statement it refuses", () => {
  test.each([
    "57P01",
    "57P02",
    "57P03",
    "57014",
    "53300",
    "08006",
    "08P01",
    "CONNECTION_CLOSED",
    "CONNECT_TIMEOUT",
  ])("%s is unavailable, however deeply wrapped", (code) => {
    const error = withCode(code);
    expect(isDatabaseUnavailable(error)).toBe(true);
    expect(isDatabaseUnavailable(new Error("outer", { cause: new DrizzleQueryError("q", [], error) }))).toBe(
      true,
    );
  });

  test.each(["23505", "42P01", "40001", "25P03"])("%s is not", (code) => {
    expect(isDatabaseUnavailable(withCode(code, { query: "select 1" }))).toBe(false);
  });

  test.each(["ECONNREFUSED", "ENOENT", "ECONNRESET", "EPIPE"])("%s counts on a query alone", (code) => {
    expect(isDatabaseUnavailable(withCode(code, { query: "select 1" }))).toBe(true);
    expect(isDatabaseUnavailable(new DrizzleQueryError("select 1", [], withCode(code)))).toBe(true);
    expect(isDatabaseUnavailable(withCode(code))).toBe(false);
  });

  test.each([undefined, null, "57P01", { code: "57P01" }, new Error("x", { cause: "57P01" })])(
    "%s is not",
    (thrown) => {
      expect(isDatabaseUnavailable(thrown)).toBe(false);
    },
  );

  test("an error that is its own cause ends the search", () => {
    const error = new Error("circle");
    error.cause = error;
    expect(isDatabaseUnavailable(error)).toBe(false);
  });
});

describe("a query is refused within the connect timeout and never hangs", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  test("when nobody listens", async () => {
    const port = await listen(() => {});
    server?.close();
    await refused({ url: `postgres://u@127.0.0.1:${port}/d` });
  });

  test("when the socket is missing", () => refused({ socketDir: "/nowhere", user: "u", database: "d" }));

  test("when a proxy accepts and hangs up", async () => {
    const port = await listen((connection) => connection.end());
    await refused({ url: `postgres://u@127.0.0.1:${port}/d` });
  });

  test("when both of two hosts hang up", async () => {
    const port = await listen((connection) => connection.end());
    await refused({ url: `postgres://u@127.0.0.1:${port},127.0.0.1:${port}/d` });
  });

  test("when the server accepts and says nothing", async () => {
    const port = await listen(() => {});
    await refused({ url: `postgres://u@127.0.0.1:${port}/d` });
  });

  async function listen(onConnection: Parameters<typeof createServer>[1]): Promise<number> {
    const opened = createServer({}, onConnection);
    server = opened;
    await new Promise<void>((resolve) => opened.listen(0, "127.0.0.1", resolve));
    const address = opened.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return address.port;
  }

  async function refused(target: Parameters<typeof openPool>[0]): Promise<void> {
    const sql = openPool(target, { max: 2, name: "test" });
    const error = await sql`select 1`.catch((reason: unknown) => reason);
    expect(error).toSatisfy(isDatabaseUnavailable);
    await sql.end({ timeout: 0 });
  }
});
