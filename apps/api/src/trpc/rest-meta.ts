import type { OpenApiMeta } from "trpc-to-openapi";
import type { Access } from "../gate/access.ts";

type Method = "GET" | "POST" | "PATCH" | "DELETE";
/** `POST /bins/{id}/move`, below the API's base path. */
export type RouteText = `${Method} /${string}`;

interface RestMeta {
  /** Status of success: 201 for what creates. */
  status: 200 | 201;
  /** The answer holds a secret: never cached, never logged. */
  secret: boolean;
}

/** Everything a procedure declares besides its shapes. */
export type ProcedureMeta = OpenApiMeta<Partial<RestMeta> & { access?: Access }>;

/** The procedure's REST route and its one-line summary. Its tag is the first word of the path. */
export function rest(route: RouteText, summary: string, options: Partial<RestMeta> = {}): ProcedureMeta {
  const [method, path] = route.split(" ") as [Method, `/${string}`]; // by the type of RouteText
  const tag = path.split("/")[1] ?? "";
  return { openapi: { method, path, summary, tags: [tag] }, status: 200, secret: false, ...options };
}
