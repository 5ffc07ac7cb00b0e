import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

/** The official client, connected with a key; `earlier` speaks the revisions that begin with a handshake. */
export async function mcpClient(
  origin: string,
  key: string,
  { earlier = false }: { earlier?: boolean } = {},
): Promise<Client> {
  const client = new Client(
    { name: "test", version: "1" },
    { versionNegotiation: { mode: earlier ? "legacy" : "auto" } },
  );
  const headers = { authorization: `Bearer ${key}` };
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${origin}/mcp`), { requestInit: { headers } }),
  );
  return client;
}

/** One message, as it goes over the wire. */
export const messageOf = (method: string, params?: object) => ({
  jsonrpc: "2.0",
  id: 1,
  method,
  ...(params && { params }),
});

export const toolCall = (name: string, input: object = {}) =>
  messageOf("tools/call", { name, arguments: input });
