import type { CallToolResult } from "@modelcontextprotocol/server";
import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import type { Problem } from "@stowage/contract/problems";
import { invoke, type Visit } from "./message.ts";
import type { Tool } from "./tools.ts";

/**
 * What a tool gave: its output, or the problem that REST would have answered, both as text for the model and as data for
 * its host. A tool that the key's scopes do not reach is refused as it is on REST.
 * @throws ProtocolError  there is no such tool
 */
export async function callTool(
  visit: Visit,
  tools: ReadonlyMap<string, Tool>,
  { name, input }: { name: string; input: unknown },
): Promise<CallToolResult> {
  const tool = tools.get(name);
  if (!tool) throw unknownTool(visit, name);
  visit.message.call.endpoint = `mcp ${tool.entry.path}`;
  const { data, problem } = await invoke(visit, tool.entry, input);
  if (problem) return refused(problem);
  return { content: [{ type: "text", text: JSON.stringify(data) }], structuredContent: data };
}

function unknownTool({ message }: Visit, name: string): ProtocolError {
  message.status = 404;
  message.problem = "unknown_route";
  return new ProtocolError(
    ProtocolErrorCode.InvalidParams,
    `There is no tool ${name.slice(0, 64)}. tools/list has those that there are.`,
  );
}

function refused(problem: Problem): CallToolResult {
  return {
    isError: true,
    content: [{ type: "text", text: inWords(problem) }],
    structuredContent: { ...problem },
  };
}

/** What an assistant can act on: what is wrong, where, and when to try again. */
function inWords({ code, status, detail, errors, retry_after, fix_url, request_id }: Problem): string {
  const faults = (errors ?? []).map(({ pointer, message }) => `- ${pointer || "(all)"}: ${message}`);
  const wait = retry_after === undefined ? [] : [`Try again in ${retry_after} s.`];
  const remedy = fix_url === undefined ? [] : [`A person can add it at ${fix_url}`];
  return [`${status} ${code}: ${detail}`, ...faults, ...wait, ...remedy, `Request ${request_id}`].join("\n");
}
