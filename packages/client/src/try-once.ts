import { ConnectionError, StowageError, TimeoutError, UnexpectedAnswerError } from "./errors.ts";
import { retryAfterSeconds } from "./retry.ts";
import type { Problem } from "./types.gen.ts";

interface Try<Answer> {
  fetch: typeof globalThis.fetch;
  url: URL;
  init: RequestInit & { method: string };
  signal?: AbortSignal | undefined;
  timeoutMs: number;
  now: () => number;
  /** Reads a successful answer; what it throws counts as a broken connection. */
  read(response: Response): Promise<Answer>;
  /** The answer is read later, and until then `signal` still ends it. */
  isStream: boolean;
}

/**
 * Makes one request and reads its answer, both within `timeoutMs`.
 * @throws StowageError  whatever else than success; aborted by `signal`, its reason
 */
export async function tryOnce<Answer>(request: Try<Answer>): Promise<Answer> {
  const { fetch, url, init, signal, timeoutMs, now, read, isStream } = request;
  signal?.throwIfAborted();
  const what = `${init.method} ${url.pathname}`;
  const stop = new AbortController();
  const pass = () => stop.abort(signal?.reason);
  const timer = setTimeout(
    () => stop.abort(new TimeoutError(`${what} took longer than ${timeoutMs} ms.`)),
    timeoutMs,
  );
  signal?.addEventListener("abort", pass, { once: true });
  try {
    const response = await fetch(url, { ...init, redirect: "manual", signal: stop.signal });
    if (!response.ok) throw await refusal(response, { url, now });
    const answer = await read(response);
    if (!isStream) signal?.removeEventListener("abort", pass);
    return answer;
  } catch (error) {
    signal?.removeEventListener("abort", pass);
    if (signal?.aborted) throw signal.reason;
    if (error instanceof StowageError) throw error;
    if (stop.signal.reason instanceof TimeoutError) throw stop.signal.reason;
    throw new ConnectionError(`${what} got no answer from ${url.origin}.`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** @throws UnexpectedAnswerError  it is no JSON */
export async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw unexpected(response, "is no JSON");
  }
}

interface Asked {
  url: URL;
  now: () => number;
}

async function refusal(response: Response, { url, now }: Asked): Promise<StowageError> {
  // Followed, it could carry the key to another host; browsers do not even say where it leads.
  if (response.type === "opaqueredirect" || [301, 302, 303, 307, 308].includes(response.status))
    return unexpected(response, `leads elsewhere: give the address that it ends at as baseUrl`, url);
  const text = await response.text();
  const problem = problemIn(text);
  if (!problem)
    return unexpected(response, "is none of Stowage's: it comes from a proxy or another program", url);
  return new StowageError({
    code: problem.code,
    message: problem.detail,
    status: response.status,
    problem,
    request_id: problem.request_id,
    retryAfter: retryAfterSeconds(response.headers.get("retry-after"), now()) ?? problem.retry_after ?? null,
  });
}

/** The problem that an answer holds, told by what every problem has. */
function problemIn(text: string): Problem | null {
  try {
    const body: Partial<Problem> | null = JSON.parse(text);
    const isProblem = typeof body?.code === "string" && typeof body.detail === "string";
    return isProblem ? (body as Problem) : null; // by the line above
  } catch {
    return null;
  }
}

/** Says nothing of what stands in it: a page of a proxy may repeat the request, key and all. */
function unexpected(response: Response, what: string, url?: URL): UnexpectedAnswerError {
  const type = response.headers.get("content-type")?.split(";")[0] ?? "no type";
  const where = url ? ` from ${url.origin}` : "";
  return new UnexpectedAnswerError({
    code: "unexpected_answer",
    message: `The answer${where} (HTTP ${response.status}, ${type}) ${what}.`,
    status: response.status,
    request_id: response.headers.get("x-request-id"),
    retryAfter: null,
  });
}
