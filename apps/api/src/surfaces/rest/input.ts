import type { FieldError } from "@stowage/contract/problems";
import type { FastifyRequest } from "fastify";
import { ProblemError } from "../../problems.ts";
import { InvalidInput } from "../../trpc/compiled.ts";
import type { ProcedureEntry } from "../../trpc/procedure-list.ts";
import { type Coerce, coercerOf } from "./coerce.ts";
import { versionOfIfMatch } from "./if-match.ts";

type Fields = Record<string, unknown>;

/** Collects one route's input from path, query, body and `If-Match`; compiled from the procedure's shape at boot. */
export interface InputReader {
  read(request: FastifyRequest): unknown;
  locate(field: string): FieldError["location"];
}

/** @throws Error at boot when a path parameter is not a field of the input */
export function inputReader(entry: ProcedureEntry, method: string, path: string): InputReader {
  const pathFields = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const missing = pathFields.find((field) => !(field in entry.fields));
  if (missing) throw new Error(`${entry.path}: path parameter ${missing} is not a field of the input`);
  const hasBody = method === "POST" || method === "PATCH";
  const { upload } = entry;
  const coercers = compileCoercers(entry, hasBody && !upload ? pathFields : Object.keys(entry.fields));
  const isVersioned = "if_version" in entry.fields;
  const known = Object.keys(entry.fields).filter((field) => !pathFields.includes(field));

  return {
    locate: (field) => (pathFields.includes(field) ? "path" : hasBody ? "body" : "query"),
    read(request) {
      const sent = upload
        ? uploadFields(request, upload)
        : hasBody
          ? bodyFields(request)
          : foldCustom(request.query as Fields, entry); // Fastify's parsed query string
      if (!upload)
        refuseStray(hasBody ? (request.query as Fields) : bodyFields(request), hasBody ? "query" : "body");
      refuseRepeatedPath(sent, pathFields, known);
      const input: Fields = { ...sent, ...(request.params as Fields) }; // Fastify's decoded path parameters
      for (const [field, coerce] of coercers) if (field in input) input[field] = coerce(input[field]);
      if (isVersioned) {
        const version = versionOfIfMatch(request.headers["if-match"]);
        if (version !== undefined) input.if_version = version;
      }
      return input;
    },
  };
}

function compileCoercers(entry: ProcedureEntry, names: string[]): [string, Coerce][] {
  return names.flatMap((name) => {
    const schema = entry.fields[name];
    const coerce = schema ? coercerOf(schema) : null;
    return coerce ? [[name, coerce]] : [];
  });
}

function bodyFields(request: FastifyRequest): Fields {
  const { body } = request;
  if (body === undefined || body === null) return {};
  if (typeof body === "object" && !Array.isArray(body)) return body as Fields; // a JSON object, by the line above
  throw new ProblemError("validation_failed", "The body must be a JSON object.", {
    errors: [{ location: "body", pointer: "", code: "invalid_type", message: "Expected an object." }],
  });
}

/** A file is the `content`, its media type the `format`; all else stands in the query string. */
function uploadFields(request: FastifyRequest, formats: Readonly<Record<string, string>>): Fields {
  const query = request.query as Fields; // Fastify's parsed query string
  if (typeof request.body !== "string") return { ...query, ...bodyFields(request) };
  const mediaType = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  return { ...query, content: request.body, format: formats[mediaType] };
}

/** `custom.<key>=<value>` is one more of the `custom` filters, which are written `key=value`. */
function foldCustom(query: Fields, { fields }: ProcedureEntry): Fields {
  if (!("custom" in fields) || !Object.keys(query).some((name) => name.startsWith("custom."))) return query;
  const folded: Fields = {};
  const pairs = [query.custom ?? []].flat();
  for (const [name, value] of Object.entries(query)) {
    if (!name.startsWith("custom.")) folded[name] = value;
    else pairs.push(...[value].flat().map((one) => `${name.slice("custom.".length)}=${one}`));
  }
  return { ...folded, custom: pairs };
}

/** Query parameters on a POST, or a body on a DELETE, would be dropped in silence otherwise. */
function refuseStray(stray: Fields, location: "query" | "body"): void {
  const [field] = Object.keys(stray);
  if (field === undefined) return;
  const message = location === "query" ? "Send it in the body." : "Send it in the query string.";
  throw new ProblemError("unknown_field", `${field}: ${message}`, {
    errors: [{ location, pointer: `/${field}`, code: "unknown_field", message }],
  });
}

function refuseRepeatedPath(sent: Fields, pathFields: string[], known: string[]): void {
  const repeated = pathFields.filter((field) => field in sent);
  if (repeated.length > 0)
    throw new InvalidInput(
      [{ code: "unrecognized_keys", keys: repeated, path: [], message: "", input: sent }],
      known,
    );
}
