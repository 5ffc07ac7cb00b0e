import type { FastifyReply, FastifyRequest } from "fastify";
import type { Call, Conditional } from "../../gate/call.ts";
import { hashOf, matches } from "../../trpc/entity-tags.ts";
import { FileAnswer } from "../../trpc/file-answer.ts";
import type { ProcedureEntry } from "../../trpc/procedure-list.ts";

/** What the headers of a request ask for beside its input. */
export function askedByHeaders({ method, headers, url }: FastifyRequest): Partial<Call> {
  if (method === "GET" || method === "HEAD")
    return {
      conditional: {
        if_none_match: headers["if-none-match"],
        revision_tag: null,
        version: null,
        is_unmodified: false,
      },
    };
  const key = headers["idempotency-key"];
  if (method !== "POST" || key === undefined) return {};
  return { idempotency: { key: String(key), route: `POST ${(url.split("?")[0] ?? "").replace(/\/$/, "")}` } };
}

/** Sends what a procedure gave, with the headers that go with it. */
export function answer(request: FastifyRequest, reply: FastifyReply, data: unknown, entry: ProcedureEntry) {
  const { secret, rest, unversioned, write } = entry;
  const status = rest?.status ?? 200;
  const conditional = request.call?.conditional ?? null;
  if (secret) reply.header("cache-control", "no-store");
  if (data instanceof FileAnswer) return answerFile(reply, data);
  const text = request.call?.members ? JSON.stringify(data) : write(data);
  const tag = isObject(data) ? tagOf(data, text, entry, conditional) : null;
  if (tag !== null) reply.header("etag", tag);
  if (tag !== null && !unversioned && matches(conditional?.if_none_match, tag)) return reply.code(304).send();
  if (isObject(data) && status === 201) {
    const list = rest?.location ?? request.routeOptions.url ?? "";
    if (typeof data.id === "string") reply.header("location", `${list}/${data.id}`);
    else if (Array.isArray(data.data)) reply.header("location", list);
  }
  return reply.code(status).header("content-type", "application/json; charset=utf-8").send(text);
}

/** The answer is the one that the caller has. */
export function answerUnmodified(reply: FastifyReply, { revision_tag }: Conditional) {
  return reply.code(304).header("etag", `W/"${revision_tag}"`).send();
}

/** Of what tells the workspace's state its revision, of an object its version, of any other list its text. */
function tagOf(
  data: Record<string, unknown>,
  text: string,
  { revision, access }: ProcedureEntry,
  conditional: Conditional | null,
): string | null {
  const tag = conditional?.revision_tag ?? null;
  if (revision && tag !== null) return `W/"${tag}"`;
  const version = conditional?.version ?? data.version;
  if (typeof version === "number") return tag === null ? `"v${version}"` : `W/"v${version}-${tag}"`;
  return conditional && access.kind !== "open" && Array.isArray(data.data) ? `W/"${hashOf(text)}"` : null;
}

function answerFile(reply: FastifyReply, { media_type, body, filename, headers }: FileAnswer) {
  reply.headers(headers);
  if (filename !== null) reply.header("content-disposition", `attachment; filename="${filename}"`);
  return reply.code(200).header("content-type", media_type).send(body);
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null;
}
