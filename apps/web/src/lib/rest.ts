import { problemOf, RestError } from "./problem.ts";
import { signedOutHandler } from "./trpc.ts";
import { whereHeaders } from "./where.ts";

interface RestCall {
  /** Sent as JSON. */
  body?: object;
  /** Sent as it is, under its media type. */
  file?: Blob;
  /** Makes a repeated POST safe: the server answers the second like the first. */
  idempotencyKey?: string;
  /** Instead of the place that this tab shows. */
  where?: Record<string, string>;
  /** Calls it off. */
  signal?: AbortSignal;
}

/**
 * Calls a REST route as the signed-in reader, in the place that this tab shows: for files, and for what tRPC has no
 * header for.
 * @throws RestError  refused, or no answer came
 */
export async function callRest(
  method: "GET" | "POST",
  path: string,
  { body, file, idempotencyKey, where = whereHeaders(), signal }: RestCall = {},
): Promise<Response> {
  const answer = await fetch(`/api/v1/${path}`, {
    method,
    headers: {
      ...where,
      ...(body && { "content-type": "application/json" }),
      ...(file && { "content-type": file.type }),
      ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
    },
    ...(body && { body: JSON.stringify(body) }),
    ...(file && { body: file }),
    ...(signal && { signal }),
  }).catch(() => null);
  if (answer?.ok) return answer;
  const error = new RestError(await answer?.json().catch(() => null));
  const code = problemOf(error)?.code;
  if (code === "session_expired" || code === "missing_credentials") signedOutHandler.run();
  throw error;
}
