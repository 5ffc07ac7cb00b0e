import { Client, SdkHttpError, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { FileAnswer, Stowage, StowageError } from "@stowage/client";
import type { Problem, ProblemCode } from "@stowage/contract/problems";
import { EVENT_STREAM } from "../../streams/event-stream.ts";
import { type Answer, PUBLIC_URL, type TestServer } from "../../testing/test-server.ts";
import type { ProcedureEntry } from "../../trpc/procedure-list.ts";
import { requestOf } from "../docs/examples/request-of.ts";
import { toolNameOf, whyNoTool } from "../mcp/tools.ts";

/** Who calls: their requests carry what they are known by, and a key is told beside. */
export interface Visitor extends Pick<TestServer, "ask"> {
  key: string | undefined;
}
export type Input = Record<string, unknown>;

/** How a call ended, in the words that all surfaces share. */
export interface Ending {
  code: ProblemCode | null;
  /** Which fields were wrong, and how: what the answer says of each in words depends on where it stood. */
  faults: string[];
  data: unknown;
}

/** One of the surfaces that a procedure is reached by. */
export interface Way {
  name: string;
  /** @returns null where the procedure is not served in this way */
  call(entry: ProcedureEntry, input: Input, by: Visitor): Promise<Ending | null>;
  close(): Promise<void>;
}

type OpenWay = () => Way;

const nothingToClose = async () => {};

export const viaRest: OpenWay = () => ({
  name: "REST",
  close: nothingToClose,
  async call(entry, input, { ask }) {
    const { method, url, body } = requestOf(entry, input);
    const answer = await ask(method, url, { ...(body !== undefined && { body }) });
    if (answer.status >= 300) return refused(answer.body);
    return given(entry.file ? fileOf(String(answer.headers["content-type"]), answer.text) : answer.body);
  },
});

export const viaTrpc: OpenWay = () => ({
  name: "tRPC",
  close: nothingToClose,
  async call(entry, input, { ask }) {
    if (entry.file) return null;
    const { body } =
      entry.type === "query"
        ? await ask("GET", `/trpc/${entry.path}?input=${encodeURIComponent(JSON.stringify(input))}`)
        : await ask("POST", `/trpc/${entry.path}`, { body: input });
    return body.error ? refused(body.error.data.problem) : given(body.result.data);
  },
});

export const viaSdk: OpenWay = () => ({
  name: "SDK",
  close: nothingToClose,
  async call(entry, input, { key = null, ask }) {
    const args = argumentsOf(entry, input);
    if (!args || entry.file?.includes(EVENT_STREAM)) return null; // a stream is no single answer
    const formats: unknown[] = Object.values(entry.upload ?? {});
    if (entry.upload && !formats.includes(input.format)) return null; // as which the file would be sent
    const stowage = new Stowage({
      apiKey: key,
      baseUrl: PUBLIC_URL,
      allowInsecureHttp: true,
      maxRetries: 0,
      fetch: fetchBy(ask),
    });
    const [noun = "", verb = ""] = entry.path.split(".");
    const method = (stowage as unknown as Record<string, Record<string, Method>>)[noun]?.[verb]; // by its name
    if (!method) throw new Error(`the client has no ${entry.path}`);
    try {
      const data = await method.apply(nounOf(stowage, noun), args);
      return given(data instanceof FileAnswer ? fileOf(data.contentType, await data.text()) : data);
    } catch (thrown) {
      if (thrown instanceof TypeError && entry.upload) return null; // what is no file is not sent
      if (thrown instanceof StowageError && thrown.problem) return refused(thrown.problem);
      throw thrown;
    }
  },
});

type Method = (...args: unknown[]) => Promise<unknown>;
const nounOf = (stowage: Stowage, noun: string) => (stowage as unknown as Record<string, unknown>)[noun];

/** What is in the path, one after the other; then everything else together, where a method has a place for it. */
function argumentsOf({ rest, fields }: ProcedureEntry, input: Input): unknown[] | null {
  const names = [...(rest?.path ?? "").matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const others = Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
  const takesMore = Object.keys(fields).some((name) => !names.includes(name));
  if (!takesMore && Object.keys(others).length > 0) return null;
  return [...names.map((name) => input[name]), ...(takesMore ? [others] : [])];
}

export const viaMcp: OpenWay = () => {
  const clients = new Map<string, Promise<Client>>();
  return {
    name: "MCP",
    async call(entry, input, { key, ask }) {
      if (key === undefined || whyNoTool(entry) !== null) return null;
      try {
        const known = clients.get(key) ?? connected(ask, key);
        clients.set(key, known);
        const result = await (await known).callTool({ name: toolNameOf(entry.path), arguments: input });
        return result.isError
          ? refused(result.structuredContent as Problem)
          : given(result.structuredContent);
      } catch (thrown) {
        if (thrown instanceof SdkHttpError) return refused(JSON.parse(String(thrown.data.text)));
        throw thrown;
      }
    },
    async close() {
      for (const client of clients.values()) await (await client).close();
    },
  };
};

async function connected(ask: TestServer["ask"], key: string): Promise<Client> {
  const client = new Client({ name: "differential", version: "1.0.0" });
  const transport = new StreamableHTTPClientTransport(new URL("/mcp", PUBLIC_URL), {
    fetch: fetchBy(ask),
    requestInit: { headers: { authorization: `Bearer ${key}` } },
  });
  await client.connect(transport);
  return client;
}

/** The server without a socket between. */
function fetchBy(ask: TestServer["ask"]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const text = await request.text();
    const answer = await ask(request.method as "GET", `${pathname}${search}`, {
      headers: Object.fromEntries(request.headers),
      ...(text !== "" && { raw: text }),
    });
    return responseOf(answer);
  };
}

function responseOf({ status, headers, text }: Answer): Response {
  const isBare = status === 204 || status === 304;
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Response(isBare ? null : text, { status, headers: pairs });
}

/** Labels are drawings of what chance made; of them their kind is enough. */
const fileOf = (type: string, text: string) => ({
  type: type.split(";")[0],
  text: /json|csv/.test(type) ? text.replace(/^\ufeff/, "") : null, // the mark of UTF-8 is no part of a text
});

const given = (data: unknown): Ending => ({ code: null, faults: [], data });

function refused({ code, errors = [] }: Problem): Ending {
  return { code, faults: errors.map((one) => `${one.pointer} ${one.code}`).sort(), data: null };
}
