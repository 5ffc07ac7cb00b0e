import type { IncomingHttpHeaders } from "node:http";
import { ProblemError } from "../problems.ts";
import type { Call } from "./call.ts";

/**
 * A request that writes with a cookie must come from our own pages: by Fetch Metadata, or, where a browser leaves that
 * out (plain HTTP in a local network), by an `Origin` that is the public URL or the very host that was asked.
 * @throws csrf_rejected
 */
export function rejectForeignSites(headers: IncomingHttpHeaders, publicUrl: string): void {
  if (isFromOurPages(headers, publicUrl)) return;
  throw new ProblemError(
    "csrf_rejected",
    `A signed-in browser may only write from ${publicUrl}. Scripts use an API key instead.`,
  );
}

/**
 * What programs ask and no other site's page may, though it needs no credentials: a page would ask with the address of
 * whoever looks at it. A browser says by itself that a page asks; a program says nothing, and passes.
 * @throws csrf_rejected
 */
export function rejectForeignPages(headers: IncomingHttpHeaders, publicUrl: string): void {
  if (headers["sec-fetch-site"] === undefined && headers.origin === undefined) return;
  if (isFromOurPages(headers, publicUrl)) return;
  throw new ProblemError("csrf_rejected", "A web page of another site may not ask this; a program may.");
}

function isFromOurPages(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { "sec-fetch-site": site, origin, host } = headers;
  if (site !== undefined) return site === "same-origin" || site === "none";
  return origin !== undefined && (origin === publicUrl || hostOf(origin) === host);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** For open procedures: a browser that has a session must not be driven by another site to replace or end it. */
export function rejectForeignCookieWrites(call: Call, publicUrl: string): void {
  const { headers } = call.exchange;
  const hasKey = headers.authorization !== undefined || headers["x-api-key"] !== undefined;
  if (call.writes && headers.cookie !== undefined && !hasKey) rejectForeignSites(headers, publicUrl);
}
