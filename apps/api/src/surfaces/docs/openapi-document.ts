import { Problem } from "@stowage/contract/problems";
import type { AnyTRPCRouter } from "@trpc/server";
import { generateOpenApiDocument, type OpenAPIObject } from "trpc-to-openapi";
import { type ProcedureEntry, procedureList } from "../../trpc/procedure-list.ts";
import { documentExamples } from "./examples-of.ts";
import { HEADERS } from "./headers.ts";
import { operationIdOf } from "./operation-id.ts";
import { documentLists, requestHeaders, shareParameters } from "./parameters.ts";
import { problemsOf } from "./problem-codes.ts";
import { documentBody, documentUpload, nameBodies } from "./request-bodies.ts";
import { responsesOf, shareResponses } from "./responses.ts";
import { describeSchemas, plainSchemas } from "./schemas.ts";
import { TAGS, tagOf } from "./tags.ts";
import { VERB_DOCS } from "./verb-docs.gen.ts";

type Operation = Record<string, unknown> & {
  operationId?: string;
  responses: Record<string, object>;
  requestBody?: { required?: boolean; content?: Record<string, { schema?: Record<string, unknown> }> };
  parameters?: unknown[];
};

const SECURITY = [{ bearer: [] }, { api_key_header: [] }, { session_cookie: [] }];

const DESCRIPTION = `The self-hosted inventory that you can script.

Send an API key as \`Authorization: Bearer sk_stowage_live_…\`. The key decides organization and environment. Each
operation names the scopes that a key needs in \`x-required-scopes\`; \`x-any-credential\` asks for any valid
credential, \`x-session-only\` for a signed-in person, and \`security: []\` for nothing.

Every answer that is not 2xx is a problem (RFC 9457): its \`code\` is stable, its \`detail\` says what to do, and its
\`type\` is a page that explains it. \`x-problem-codes\` lists what an operation may answer with.

Unknown fields and query parameters are refused. Every header of an answer can be read by scripts of other origins.`;

/** The OpenAPI 3.1 document of every REST route: the library's draft, and what only we know added to it. */
export function openApiDocument(
  router: AnyTRPCRouter,
  options: { publicUrl: string; version: string },
): OpenAPIObject {
  const document = generateOpenApiDocument(router, {
    title: "Stowage",
    description: DESCRIPTION,
    version: options.version,
    openApiVersion: "3.1.0",
    baseUrl: `${options.publicUrl}/api/v1`,
    license: { name: "MIT", identifier: "MIT" },
    securitySchemes: {
      bearer: { type: "http", scheme: "bearer", description: "An API key." },
      api_key_header: {
        type: "apiKey",
        in: "header",
        name: "X-API-Key",
        description: "The same key, where `Authorization` cannot be set.",
      },
      session_cookie: {
        type: "apiKey",
        in: "cookie",
        name: "stowage_session",
        description:
          "A signed-in browser. `X-Organization-Id` and `X-Environment` (`live` or `test`) name whose data is meant.",
      },
    },
    defs: { Problem },
  });
  const operations = procedureList(router).map((entry) => finishedOperation(document, entry));
  Object.assign(document, { tags: TAGS });
  addSchemas(document, nameBodies(operations));
  Object.assign(document.components ?? {}, {
    parameters: shareParameters(operations),
    headers: HEADERS,
    responses: shareResponses(operations),
  });
  dropLibraryErrors(document);
  plainSchemas(document);
  describeSchemas(document);
  return document;
}

function addSchemas({ components }: OpenAPIObject, added: Record<string, object>): void {
  const schemas: Record<string, object> = components?.schemas ?? {};
  for (const [name, schema] of Object.entries(added)) {
    if (name in schemas) throw new Error(`a body and an answer would both be called ${name}`);
    schemas[name] = schema;
  }
}

/** The library's error shapes, which no answer of ours has. */
function dropLibraryErrors({ components }: OpenAPIObject): void {
  for (const name of Object.keys(components?.schemas ?? {}))
    if (name.startsWith("error.")) delete components?.schemas?.[name];
}

function finishedOperation(document: OpenAPIObject, entry: ProcedureEntry): Operation {
  const { method = "GET", path = "" } = entry.rest ?? {};
  const operations = document.paths?.[path] as Record<string, Operation> | undefined; // the library's own shape
  const operation = operations?.[method.toLowerCase()];
  if (!operation) throw new Error(`${entry.path} is missing from the generated document`);
  const problems = problemsOf(entry);
  Object.assign(operation, accessOf(entry), {
    operationId: operationIdOf(entry.path),
    description: VERB_DOCS[entry.path]?.description,
    tags: [tagOf(entry.path).name],
    "x-procedure": entry.path,
    "x-problem-codes": problems.map(({ code }) => code),
  });
  operation.responses = responsesOf(entry, operation.responses["200"] ?? {}, problems);
  documentLists(operation, entry);
  documentBody(operation, entry);
  documentUpload(operation, entry);
  operation.parameters = [...(operation.parameters ?? []), ...requestHeaders(entry)];
  documentExamples(operation, entry);
  if (operation.parameters.length === 0) delete operation.parameters;
  return operation;
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
