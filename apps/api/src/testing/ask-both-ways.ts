import type { ProblemCode } from "@stowage/contract/problems";
import type { ProcedureEntry } from "../trpc/procedure-list.ts";
import type { Answer, TestServer } from "./test-server.ts";

export type Way = "REST" | "tRPC";

export interface AnswerBothWays {
  way: Way;
  status: number;
  /** Why it was refused; null when it was not. */
  code: ProblemCode | null;
}

/** Calls a procedure on REST and on tRPC with the least input that names its `id`, and tells how both ended. */
export async function askBothWays(
  server: Pick<TestServer, "ask">,
  entry: ProcedureEntry,
  { key, cookie, ip, id }: { key?: string; cookie?: string; ip?: string; id: string },
): Promise<AnswerBothWays[]> {
  const route = entry.rest;
  if (!route) throw new Error(`${entry.path} has no route`);
  const credentials = {
    ...(key !== undefined && { key }),
    ...(cookie !== undefined && { cookie }),
    ...(ip !== undefined && { ip }),
  };
  const hasBody = route.method === "POST" || route.method === "PATCH";
  const viaRest = await server.ask(
    route.method,
    `/api/v1${route.path.replace("{id}", id).replace("{item_id}", "missing")}${endingQueryOf(entry)}`,
    {
      ...credentials,
      ...(hasBody && { body: fillersOf(entry) }),
    },
  );
  const input = {
    ...fillersOf(entry),
    ...("id" in entry.fields && { id }),
    ...(route.path.includes("{item_id}") && { item_id: "missing" }),
  };
  const viaTrpc =
    entry.type === "query"
      ? await server.ask(
          "GET",
          `/trpc/${entry.path}?input=${encodeURIComponent(JSON.stringify(input))}`,
          credentials,
        )
      : await server.ask("POST", `/trpc/${entry.path}`, { ...credentials, body: input });
  const rest = { way: "REST", ...endOf(viaRest, viaRest.body?.code) } as const;
  if (entry.file) return [rest]; // tRPC gives no files
  return [rest, { way: "tRPC", ...endOf(viaTrpc, viaTrpc.body?.error?.data.problem.code) }];
}

/** Ends at once what would go on for ever, such as a stream; else nothing. */
export const endingQueryOf = ({ fields }: Pick<ProcedureEntry, "fields">): string =>
  "limit_seconds" in fields ? "?limit_seconds=0" : "";

/** What validation wants before the id is looked up: one field that changes nothing of a thing that is not there. */
function fillersOf({ fields, rest }: ProcedureEntry): Record<string, unknown> {
  const isReservation = rest?.path.includes("/reservations");
  return {
    ...(isReservation && "quantity" in fields && { item_id: "missing", quantity: 1 }),
    ...("delta" in fields && { delta: 1 }),
  };
}

function endOf({ status }: Answer, code: ProblemCode | undefined) {
  return { status, code: status < 300 ? null : (code ?? ("internal" satisfies ProblemCode)) };
}
