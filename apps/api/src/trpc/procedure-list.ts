import type { AnyTRPCRouter, TRPCProcedureType } from "@trpc/server";
import { z } from "zod";
import type { Access } from "../gate/access.ts";
import { jsonWriter, type WriteJson } from "./json-writer.ts";
import type { Invoke } from "./procedures.ts";
import type { ProcedureMeta } from "./rest-meta.ts";

/** One procedure as the surfaces, the document and the contract test see it. */
export interface ProcedureEntry {
  /** `bins.list` */
  path: string;
  type: "query" | "mutation";
  access: Access;
  rest: {
    method: "GET" | "POST" | "PATCH" | "DELETE";
    path: string;
    status: number;
    summary: string;
    /** Where what it creates is found, if not below its own path. */
    location: string | null;
  } | null;
  secret: boolean;
  /** Its weak ETag is the workspace's revision. */
  revision: boolean;
  /** Its ETag does not cover all of it, so it is never answered by 304. */
  unversioned: boolean;
  /** Media types of the file that it answers with; null for JSON. */
  file: readonly string[] | null;
  /** The input's `format` by the media type of a body that is a file; null for JSON. */
  upload: Readonly<Record<string, string>> | null;
  /** Largest body in bytes where it is not the usual one. */
  body_bytes: number | null;
  /** Why it is no tool, in its own words; null when its other members decide. */
  no_tool: string | null;
  /** Top-level input fields and their schemas; empty when it takes no input. */
  fields: Readonly<Record<string, z.ZodType>>;
  /** What the input as a whole has to be. */
  inputs: readonly z.ZodType[];
  output: z.ZodType | null;
  /** Of what `invoke` gives, as long as nothing was left out of it. */
  write: WriteJson;
  invoke: Invoke;
}

/** Every procedure of a router, in the order of its paths. */
export function procedureList(router: AnyTRPCRouter): ProcedureEntry[] {
  // tRPC's internals, which trpc-to-openapi reads in the same way; the router contract test guards the shape.
  const procedures = router._def.procedures as unknown as Record<string, { _def: ProcedureDefinition }>;
  return Object.entries(procedures).map(([path, procedure]) => entryOf(path, procedure));
}

interface ProcedureDefinition {
  type: TRPCProcedureType;
  meta?: ProcedureMeta;
  inputs: z.ZodType[];
  output?: z.ZodType;
  invoke: Invoke;
}

function entryOf(path: string, procedure: { _def: ProcedureDefinition }): ProcedureEntry {
  const { type, meta, inputs, output } = procedure._def;
  if (type === "subscription") throw new Error(`${path}: subscriptions are not served`);
  if (!meta?.access) throw new Error(`${path}: made without scoped(), sessionOnly() or open()`);
  const route = meta.openapi;
  return {
    path,
    type,
    access: meta.access,
    rest: route
      ? {
          method: route.method as "GET" | "POST" | "PATCH" | "DELETE", // rest() takes no other
          path: route.path,
          status: meta.status ?? 200,
          summary: route.summary ?? "",
          location: meta.location ?? null,
        }
      : null,
    secret: meta.secret ?? false,
    revision: meta.revision !== undefined,
    unversioned: meta.unversioned ?? false,
    file: meta.file ?? null,
    upload: meta.upload ?? null,
    body_bytes: meta.body_bytes ?? null,
    no_tool: meta.no_tool ?? null,
    fields: Object.assign({}, ...inputs.map(fieldsOf)),
    inputs,
    output: output ?? null,
    write: output ? jsonWriter(output) : JSON.stringify,
    invoke: procedure._def.invoke,
  };
}

function fieldsOf(schema: z.ZodType): Record<string, z.ZodType> {
  return schema instanceof z.ZodObject ? schema.shape : {};
}
