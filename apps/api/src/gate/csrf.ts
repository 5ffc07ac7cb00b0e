import type { IncomingHttpHeaders } from "node:http";
import { ProblemError } from "../problems.ts";
import type { Call } from "./call.ts";

/**
 * A request that writes with a cookie must come from our own pages: by Fetch Metadata, or, where a browser leaves that
 * out (plain HTTP in a local network), by an `Origin` that is the public URL or the very host that was asked.
 * @throws csrf_rejected
 */
export function rejectForeignSites(headers: IncomingHttpHeaders, publicUrl: string): void {
  const site = headers["sec-fetch-site"];
  if (site === "same-origin" || site === "none") return;
  const { origin, host } = headers;
  if (site === undefined && origin !== undefined && (origin === publicUrl || hostOf(origin) === host)) return;
  throw new ProblemError(
    "csrf_rejected",
    `A signed-in browser may only write from ${publicUrl}. Scripts use an API key instead.`,
  );
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
