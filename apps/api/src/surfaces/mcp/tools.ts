import type { Tool as ListedTool } from "@modelcontextprotocol/server";
import { grants, type Scope } from "@stowage/contract/scopes";
import type { AnyTRPCRouter } from "@trpc/server";
import { type ProcedureEntry, procedureList } from "../../trpc/procedure-list.ts";
import { VERB_DOCS } from "../docs/verb-docs.gen.ts";
import { inputSchemaOf, outputSchemaOf } from "./tool-schemas.ts";

/** A procedure as an assistant sees it. */
export interface Tool {
  entry: ProcedureEntry;
  /** What a key needs for it; empty when any key will do. */
  scopes: readonly Scope[];
  /** As `tools/list` tells it; made once. */
  listed: ListedTool;
}

/** Every procedure that is a tool, by its name. The schemas are made here, and not for a request: that takes 50 ms. */
export function toolsOf(router: AnyTRPCRouter): ReadonlyMap<string, Tool> {
  const tools = procedureList(router)
    .filter((entry) => whyNoTool(entry) === null)
    .map((entry): Tool => ({ entry, scopes: scopesOf(entry), listed: listedTool(entry) }));
  return new Map(tools.map((tool) => [tool.listed.name, tool]));
}

/** Those that a caller with these scopes may call. */
export function toolsWithin(tools: ReadonlyMap<string, Tool>, granted: readonly Scope[]): Tool[] {
  return [...tools.values()].filter(({ scopes }) => scopes.every((scope) => grants(granted, scope)));
}

/**
 * Why a procedure is no tool; null when it is one, which is what a new procedure is by itself. A secret would stay in an
 * assistant's transcript, and be read by whoever runs the model.
 */
export function whyNoTool({ access, secret, file, upload, no_tool }: ProcedureEntry): string | null {
  if (access.kind === "open") return "It is for strangers, and needs no key.";
  if (access.kind === "session") return "Only a signed-in person may do it.";
  if (secret) return "Its answer may hold a secret.";
  if (file) return "It answers with a file.";
  if (upload) return "It takes a file.";
  return no_tool;
}

/** `bins.list` is `bins_list`, `apiKeys.finishRotation` is `api_keys_finish_rotation`. */
export function toolNameOf(path: string): string {
  return path.replaceAll(".", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function scopesOf({ access }: ProcedureEntry): readonly Scope[] {
  return access.kind === "scope" ? access.scopes : [];
}

function listedTool(entry: ProcedureEntry): ListedTool {
  const title = entry.rest?.summary ?? entry.path;
  const needs = scopesOf(entry).join(", ");
  const description = VERB_DOCS[entry.path]?.description ?? title;
  return {
    name: toolNameOf(entry.path),
    title,
    description: needs === "" ? description : `${description}\n\nNeeds ${needs}.`,
    inputSchema: inputSchemaOf(entry),
    outputSchema: outputSchemaOf(entry),
    annotations: { title, ...hintsOf(entry), openWorldHint: REACHING_OUT.has(entry.path) },
  };
}

/** Verbs that take something away though neither their route nor their scope says so. */
const TAKING_AWAY = new Set(["bulk", "cancelRotation", "consume", "finishRotation", "undo"]);

/** What changes rights: it may take them from somebody, or give somebody all of them. */
const CHANGING_RIGHTS = new Set(["apiKeys.update", "members.update", "organizations.update"]);

/** What posts to wherever a trigger says, with whatever is answered there. */
const REACHING_OUT = new Set(["deliveries.retry", "triggers.test"]);

/** What a host may ask its person about: what takes something away is destructive, what only adds or changes is not. */
function hintsOf({ path, type, rest, access }: ProcedureEntry): ListedTool["annotations"] {
  if (type === "query") return { readOnlyHint: true };
  const verb = path.split(".").at(-1) ?? "";
  const deletes = access.kind === "scope" && access.scopes.some((scope) => scope.endsWith(":delete"));
  return {
    readOnlyHint: false,
    destructiveHint:
      deletes || rest?.method === "DELETE" || TAKING_AWAY.has(verb) || CHANGING_RIGHTS.has(path),
    // Setting the same again, or deleting what is gone, does nothing more.
    idempotentHint: rest?.method === "PATCH" || rest?.method === "DELETE",
  };
}
