import { createTRPCClient } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { describe, expect, it } from "vitest";
import { oneWayPagingLink } from "./one-way-paging-link.ts";

/** What the server would receive for a query with this input. */
async function sent(input: unknown): Promise<unknown> {
  const client = createTRPCClient({
    links: [
      oneWayPagingLink,
      () =>
        ({ op }) =>
          observable((observer) => {
            observer.next({ result: { type: "data", data: op.input } });
            observer.complete();
          }),
    ],
  });
  return (
    client as unknown as { bins: { list: { query: (input: unknown) => Promise<unknown> } } }
  ).bins.list.query(input); // untyped on purpose: any router will do
}

describe("paging", () => {
  it("asks strict lists only for what they know", async () => {
    expect(await sent({ limit: 2, cursor: "abc", direction: "forward" })).toEqual({
      limit: 2,
      cursor: "abc",
    });
  });

  it("leaves other inputs as they are", async () => {
    expect(await sent({ id: "bin_1" })).toEqual({ id: "bin_1" });
    expect(await sent(undefined)).toBeUndefined();
  });
});
