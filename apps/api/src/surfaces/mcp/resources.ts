import {
  type ListResourcesResult,
  ProtocolError,
  ProtocolErrorCode,
  type ReadResourceResult,
} from "@modelcontextprotocol/server";
import type { Problem } from "@stowage/contract/problems";
import { grants } from "@stowage/contract/scopes";
import { z } from "zod";
import { invoke, type Visit } from "./message.ts";
import type { Tool } from "./tools.ts";

const JSON_TYPE = "application/json";

/** What can be read by its address, in the order in which it is listed. */
const KINDS = [
  {
    noun: "bins",
    list: "bins_list",
    get: "bins_get",
    title: "A bin",
    description: "A bin as JSON, by its id or the code on its label.",
  },
  {
    noun: "items",
    list: "items_list",
    get: "items_get",
    title: "An item",
    description: "An item as JSON, by its id.",
  },
] as const;

type Kind = (typeof KINDS)[number];

/** As much of a page of bins or items as is listed. */
const NamedPage = z.object({
  data: z.array(z.object({ id: z.string(), name: z.string() })),
  next_cursor: z.string().nullable(),
});

/** The kinds whose list and whose single ones are both within the caller's reach. */
function kindsWithin({ caller }: Visit, tools: ReadonlyMap<string, Tool>): Kind[] {
  return KINDS.filter(({ list, get }) =>
    [list, get].every((name) => tools.get(name)?.scopes.every((scope) => grants(caller.scopes, scope))),
  );
}

export function resourceTemplates(visit: Visit, tools: ReadonlyMap<string, Tool>) {
  const resourceTemplates = kindsWithin(visit, tools).map(({ noun, title, description }) => ({
    name: noun,
    title,
    description,
    uriTemplate: `stowage://${noun}/{id}`,
    mimeType: JSON_TYPE,
  }));
  return { resourceTemplates };
}

/**
 * One page of bins, and after the last of them of items, the last changed first; as far as the caller's scopes reach.
 * @throws ProtocolError  the cursor is none of ours, or the list was refused
 */
export async function listResources(
  visit: Visit,
  tools: ReadonlyMap<string, Tool>,
  cursor: string | undefined,
): Promise<ListResourcesResult> {
  const kinds = kindsWithin(visit, tools);
  const [noun, inner] = cursor?.split(".") ?? [];
  const at = noun === undefined ? 0 : kinds.findIndex((kind) => kind.noun === noun);
  const kind = kinds[at];
  if (!kind && cursor !== undefined)
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      "This cursor is none of a list of resources here.",
    );
  if (!kind) return { resources: [] };
  const input = { fields: ["name"], ...(inner !== undefined && { cursor: inner }) };
  const page = NamedPage.parse(await answered(visit, tools, { name: kind.list, input }));
  const following = kinds[at + 1];
  const nextCursor = page.next_cursor === null ? following?.noun : `${kind.noun}.${page.next_cursor}`;
  return {
    resources: page.data.map(({ id, name }) => ({
      uri: `stowage://${kind.noun}/${id}`,
      name,
      mimeType: JSON_TYPE,
    })),
    ...(nextCursor !== undefined && { nextCursor }),
  };
}

/** @throws ProtocolError  the address names nothing here, or what it names was refused; the problem is its data */
export async function readResource(
  visit: Visit,
  tools: ReadonlyMap<string, Tool>,
  uri: string,
): Promise<ReadResourceResult> {
  const [, noun, id] = /^stowage:\/\/(\w+)\/([^/?#]+)$/.exec(uri) ?? [];
  const kind = KINDS.find((one) => one.noun === noun);
  if (!kind || id === undefined)
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no resource ${uri.slice(0, 100)}.`, {
      uri,
    });
  const data = await answered(visit, tools, { name: kind.get, input: { id: decoded(id) }, uri });
  return { contents: [{ uri, mimeType: JSON_TYPE, text: JSON.stringify(data) }] };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // no id of ours needs it
  }
}

async function answered(
  visit: Visit,
  tools: ReadonlyMap<string, Tool>,
  { name, input, uri }: { name: string; input: unknown; uri?: string },
): Promise<unknown> {
  const tool = tools.get(name);
  if (!tool) throw new Error(`${name} is a tool`);
  visit.message.call.endpoint = `mcp ${tool.entry.path}`;
  const { data, problem } = await invoke(visit, tool.entry, input);
  if (problem) throw new ProtocolError(codeOf(problem), problem.detail, { ...(uri && { uri }), ...problem });
  return data;
}

/** Not found is invalid parameters, as the specification has it; for what is not allowed JSON-RPC leaves a range of codes. */
function codeOf({ status }: Problem): number {
  if (status >= 500) return ProtocolErrorCode.InternalError;
  return status === 404 || status === 422 ? ProtocolErrorCode.InvalidParams : -32_000;
}
