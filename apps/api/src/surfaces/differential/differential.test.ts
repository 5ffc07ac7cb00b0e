import { expect, test } from "vitest";
import { procedureList } from "../../trpc/procedure-list.ts";
import { appRouter } from "../../trpc/router.ts";
import { inOrder } from "./in-order.ts";
import { type Told, tell } from "./tell.ts";
import { viaMcp, viaRest, viaSdk, viaTrpc } from "./ways.ts";

// The same story, with the same good and broken inputs by the same callers, is told by each surface to a server of its
// own: what came is the same, but for what chance made. Where a surface does not serve a procedure, REST tells that part.

const entries = procedureList(appRouter);
const stories = new Map<string, Told[]>();

test("REST tells the story, with inputs that are taken and inputs that are refused for many reasons", async () => {
  const told = await tell(viaRest);
  stories.set("REST", told);
  expect(new Set(told.map(({ procedure }) => procedure)).size).toBe(entries.length);
  const codes = new Set(told.map(({ ending }) => ending.code));
  for (const code of [
    null,
    "missing_credentials",
    "insufficient_scope",
    "role_forbidden",
    "session_required",
    "not_found",
    "environment_mismatch",
    "conflict",
    "insufficient_stock",
    "version_mismatch",
    "validation_failed",
    "unknown_field",
  ])
    expect(codes).toContain(code);
}, 60_000);

test.each([
  ["tRPC", viaTrpc],
  ["SDK", viaSdk],
  ["MCP", viaMcp],
] as const)(
  "%s gives what REST gives",
  async (way, open) => {
    const told = await tell(open);
    const rest = stories.get("REST") ?? [];
    expect(told.length).toBe(rest.length);
    expect(told.filter(({ isServed }) => isServed).length).toBeGreaterThan(told.length / 2);
    const differences = told.flatMap((one, at) => {
      const theirs = rest[at];
      const isSame = JSON.stringify(shown(one)) === JSON.stringify(shown(theirs));
      return isSame ? [] : [{ [way]: one, REST: theirs }];
    });
    expect(differences).toEqual([]);
  },
  60_000,
);

const shown = (one: Told | undefined) => inOrder([one?.call, one?.ending], (text) => asOnRest(byLine(text)));

/** An export is in the order of label codes, which chance makes. */
const byLine = (text: string) => text.split("\n").sort().join("\n");

/** Without the surface's own name for what was called: `trpc bins.create` and `mcp bins.create` are `POST /bins`. */
const asOnRest = (text: string) =>
  text.replace(/\b(?:trpc|mcp) (\w+\.\w+)/g, (whole, path: string) => {
    const route = entries.find((entry) => entry.path === path)?.rest;
    return route ? `${route.method} ${route.path}` : whole;
  });
