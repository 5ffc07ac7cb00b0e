import type { ProblemCode } from "@stowage/contract/problems";
import { toolNameOf, whyNoTool } from "../surfaces/mcp/tools.ts";
import type { ProcedureEntry } from "../trpc/procedure-list.ts";
import { leastInput } from "./least-input.ts";
import { toolCall } from "./mcp-client.ts";
import type { Answer, TestServer } from "./test-server.ts";

const WAYS = ["REST", "tRPC", "MCP"] as const;
type Way = (typeof WAYS)[number];

interface AnswerOfWay {
  way: Way;
  status: number;
  /** Why it was refused; null when it was not. */
  code: ProblemCode | null;
}

interface Asked {
  key?: string;
  cookie?: string;
  ip?: string;
  /** What is named in the place of `{id}`. */
  id: string;
  /** For walks that are long: asks by one of the ways alone, and by another at the next turn. */
  turn?: number;
}

/**
 * Calls a procedure on every surface with the least input that names its `id`, and tells how each ended. What names
 * nothing gets no input at all: it may not succeed.
 */
export async function askEveryWay(
  server: Pick<TestServer, "ask">,
  entry: ProcedureEntry,
  { key, cookie, ip, id, turn }: Asked,
): Promise<AnswerOfWay[]> {
  if (!entry.rest) throw new Error(`${entry.path} has no route`);
  const credentials = {
    ...(key !== undefined && { key }),
    ...(cookie !== undefined && { cookie }),
    ...(ip !== undefined && { ip }),
  };
  const hasItem = entry.rest.path.includes("{item_id}");
  const inPath = { ...("id" in entry.fields && { id }), ...(hasItem && { item_id: "missing" }) };
  const least = entry.rest.path.includes("{id}") ? leastInput(entry) : {};
  const served = WAYS.filter((way) => isServed(way, entry, cookie));
  const asked = turn === undefined ? served : served.filter((_, index) => index === turn % served.length);
  const answers: AnswerOfWay[] = [];
  for (const way of asked) answers.push(await ASK[way](server, entry, { credentials, inPath, least }));
  return answers;
}

/** tRPC gives no files; assistants have keys, and not every procedure for a tool. */
function isServed(way: Way, entry: ProcedureEntry, cookie: string | undefined): boolean {
  if (way === "tRPC") return !entry.file;
  return way === "REST" || (cookie === undefined && whyNoTool(entry) === null);
}

type AskIt = (
  server: Pick<TestServer, "ask">,
  entry: ProcedureEntry,
  call: { credentials: Pick<Asked, "key" | "cookie" | "ip">; inPath: object; least: Record<string, unknown> },
) => Promise<AnswerOfWay>;

const ASK: Record<Way, AskIt> = {
  async REST({ ask }, entry, { credentials, inPath, least }) {
    const { method = "GET", path = "" } = entry.rest ?? {};
    const hasBody = method === "POST" || method === "PATCH";
    const values: Record<string, string> = { id: "missing", ...inPath };
    const filled = path.replace(/\{(id|item_id)\}/g, (_, name) => values[name] ?? "");
    const query = hasBody ? "" : queryOf(entry, least);
    const answer = await ask(method, `/api/v1${filled}${query}`, {
      ...credentials,
      ...(hasBody && { body: least }),
    });
    return { way: "REST", ...endOf(answer, answer.body?.code) };
  },
  async tRPC({ ask }, entry, { credentials, inPath, least }) {
    const input = { ...least, ...inPath };
    const answer =
      entry.type === "query"
        ? await ask(
            "GET",
            `/trpc/${entry.path}?input=${encodeURIComponent(JSON.stringify(input))}`,
            credentials,
          )
        : await ask("POST", `/trpc/${entry.path}`, { ...credentials, body: input });
    return { way: "tRPC", ...endOf(answer, answer.body?.error?.data.problem.code) };
  },
  async MCP({ ask }, entry, { credentials, inPath, least }) {
    const body = toolCall(toolNameOf(entry.path), { ...least, ...inPath });
    const answer = await ask("POST", "/mcp", { ...credentials, body });
    const result = answer.body?.result;
    const problem = result?.isError ? result.structuredContent : answer.body;
    return { way: "MCP", ...endOf({ status: problem?.status ?? answer.status }, problem?.code) };
  },
};

/** The query of a call: what ends at once that would go on for ever, such as a stream, and what more is sent. */
export function queryOf(
  { fields }: Pick<ProcedureEntry, "fields">,
  sent: Record<string, unknown> = {},
): string {
  const all = { ...sent, ...("limit_seconds" in fields && { limit_seconds: 0 }) };
  const query = new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, String(one)]),
    ),
  ).toString();
  return query && `?${query}`;
}

function endOf({ status }: Pick<Answer, "status">, code: ProblemCode | undefined) {
  return { status, code: status < 300 ? null : (code ?? ("internal" satisfies ProblemCode)) };
}
