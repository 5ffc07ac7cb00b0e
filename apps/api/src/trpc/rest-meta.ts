import type { OpenApiMeta } from "trpc-to-openapi";
import type { Access } from "../gate/access.ts";

type Method = "GET" | "POST" | "PATCH" | "DELETE";
/** `POST /bins/{id}/move`, below the API's base path. */
export type RouteText = `${Method} /${string}`;

interface RestMeta {
  /** Status of success: 201 for what creates. */
  status: 200 | 201;
  /** Where what it creates is found, if not below its own path. */
  location: string;
  /** The answer holds a secret: never cached, never logged. */
  secret: boolean;
  /**
   * The member of a secret answer that is null when the answer is replayed, or what makes that answer of it; without it,
   * such an answer is not kept.
   */
  kept_without: string | ((answer: never) => object);
  /**
   * The answer tells what is in the workspace, so its weak `ETag` is the workspace's revision, and `If-None-Match` is
   * answered by that alone; `"day"` when it depends on the date too, `"organization"` when on both environments.
   */
  revision: true | "day" | "organization";
  /** Something in the answer changes while its version stays: `If-None-Match` never matches. */
  unversioned: boolean;
  /** The answer is a {@link FileAnswer} of one of these media types, and only REST gives it. */
  file: readonly string[];
  /** On REST the body is a file, for the input's `content`; its media type says the input's `format`. */
  upload: Readonly<Record<string, string>>;
  /** Largest body that REST takes, in bytes; by default 1 MiB. */
  body_bytes: number;
  /** Why it is no tool for assistants (MCP), where nothing else that is declared says so already. */
  no_tool: string;
}

/** Everything a procedure declares besides its shapes. */
export type ProcedureMeta = OpenApiMeta<Partial<RestMeta> & { access?: Access }>;

/** The procedure's REST route and its one-line summary. Its tag is the first word of the path. */
export function rest(route: RouteText, summary: string, options: Partial<RestMeta> = {}): ProcedureMeta {
  const [method, path] = route.split(" ") as [Method, `/${string}`]; // by the type of RouteText
  const tag = path.split("/")[1] ?? "";
  return { openapi: { method, path, summary, tags: [tag] }, status: 200, secret: false, ...options };
}
