import { Problem } from "@stowage/contract/problems";
import type { AnyTRPCRouter } from "@trpc/server";
import { generateOpenApiDocument, type OpenAPIObject } from "trpc-to-openapi";
import { type ProcedureEntry, procedureList } from "../../trpc/procedure-list.ts";
import { operationIdOf } from "./operation-id.ts";
import { documentLists, requestHeaders } from "./parameters.ts";
import { answerHeaders, problemResponses, unmodifiedResponse } from "./responses.ts";

type Operation = Record<string, unknown> & {
  responses: Record<string, { description?: string; content?: unknown; headers?: unknown }>;
  requestBody?: { content?: Record<string, { schema?: Record<string, unknown> }> };
  parameters?: unknown[];
};

const SECURITY = [{ bearer: [] }, { api_key_header: [] }, { session_cookie: [] }];

/** The OpenAPI 3.1 document of every REST route: the library's draft, and what only we know added to it. */
export function openApiDocument(
  router: AnyTRPCRouter,
  options: { publicUrl: string; version: string },
): OpenAPIObject {
  const document = generateOpenApiDocument(router, {
    title: "Stowage",
    description:
      "The self-hosted inventory that you can script. Every answer that is not 2xx is a Problem (RFC 9457).",
    version: options.version,
    openApiVersion: "3.1.0",
    baseUrl: `${options.publicUrl}/api/v1`,
    license: { name: "MIT", identifier: "MIT" },
    securitySchemes: {
      bearer: { type: "http", scheme: "bearer", description: "An API key." },
      api_key_header: { type: "apiKey", in: "header", name: "X-API-Key" },
      session_cookie: { type: "apiKey", in: "cookie", name: "stowage_session" },
    },
    defs: { Problem },
  });
  for (const entry of procedureList(router)) if (entry.rest) finishOperation(document, entry, entry.rest);
  dropLibraryErrors(document);
  return document;
}

/** The library's error shapes, which no answer of ours has. */
function dropLibraryErrors({ components }: OpenAPIObject): void {
  for (const name of Object.keys(components?.schemas ?? {}))
    if (name.startsWith("error.")) delete components?.schemas?.[name];
}

function finishOperation(
  document: OpenAPIObject,
  entry: ProcedureEntry,
  { method, path, status }: NonNullable<ProcedureEntry["rest"]>,
): void {
  const operations = document.paths?.[path] as Record<string, Operation> | undefined; // the library's own shape
  const operation = operations?.[method.toLowerCase()];
  if (!operation) throw new Error(`${entry.path} is missing from the generated document`);
  const success = operation.responses["200"] ?? {};
  Object.assign(operation, accessOf(entry), { operationId: operationIdOf(entry.path) });
  operation.responses = {
    [status]: { ...success, description: entry.rest?.summary ?? "", headers: answerHeaders(entry, status) },
    ...unmodifiedResponse(entry),
    ...problemResponses(entry),
  };
  documentLists(operation, entry);
  operation.parameters = [...(operation.parameters ?? []), ...requestHeaders(entry)];
  if (operation.parameters.length === 0) delete operation.parameters;
}

/** Exactly one of the four ways to say who may call. */
function accessOf({ access }: ProcedureEntry): Record<string, unknown> {
  switch (access.kind) {
    case "scope":
      return { security: SECURITY, "x-required-scopes": [...access.scopes] };
    case "any_credential":
      return { security: SECURITY, "x-any-credential": true };
    case "session":
      return { security: [{ session_cookie: [] }], "x-session-only": true };
    case "open":
      return { security: [] };
  }
}
