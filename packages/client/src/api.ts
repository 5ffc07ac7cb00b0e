import { apiBase, isOpenToStrangers } from "./base-url.ts";
import { StowageError } from "./errors.ts";
import { FileAnswer } from "./file-answer.ts";
import { followEvents } from "./follow-events.ts";
import { type CallOptions, RUNTIME, type Runtime, type StowageOptions } from "./options.ts";
import { type Page, PagePromise } from "./page-promise.ts";
import { queryString } from "./query-string.ts";
import { mayRepeat, retryDelayMs } from "./retry.ts";
import { readJson, tryOnce } from "./try-once.ts";
import type { Event } from "./types.gen.ts";

const RETRIES = 2;
const RETRY_DELAY_MS = 60_000;
const TIMEOUT_MS = 60_000;

/** One operation with its input in place. */
export interface Call {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below the API's base. */
  path: string;
  query?: object;
  /** Sent as JSON. */
  body?: object;
  /** Sent as it is, instead of a body. */
  upload?: { content: Upload; type: string };
  /** The server knows it by its `Idempotency-Key`. */
  isRepeatable?: boolean;
}

interface Sending<Answer> {
  options?: CallOptions | undefined;
  read: (response: Response) => Promise<Answer>;
  isStream?: boolean;
}

/** What a file may be given as. */
export type Upload = string | Blob | Uint8Array;

/** Makes calls: credentials, tries, and answers read as what they are. The key stands in a private field alone. */
export class Api {
  readonly #apiKey: string | null;
  readonly #base: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #fetch: typeof globalThis.fetch;
  readonly #runtime: Runtime;
  readonly #maxRetries: number;
  readonly #maxRetryDelayMs: number;
  readonly #timeoutMs: number;

  /** @throws TypeError  an option that cannot be meant, or a key that strangers could read on the way */
  constructor(options: StowageOptions) {
    this.#apiKey = checkedKey(options.apiKey);
    this.#base = apiBase(options.baseUrl);
    if (this.#apiKey !== null && isOpenToStrangers(this.#base) && options.allowInsecureHttp !== true)
      throw new TypeError(
        `The key would travel unencrypted to ${this.#base.host}. Use https://, or set allowInsecureHttp.`,
      );
    this.#headers = options.headers ?? {};
    // A browser's fetch has to be called as its own window's.
    this.#fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    this.#runtime = { ...RUNTIME, ...options.runtime };
    this.#maxRetries = options.maxRetries ?? RETRIES;
    this.#maxRetryDelayMs = options.maxRetryDelayMs ?? RETRY_DELAY_MS;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /** The answer is what the document says of the operation. */
  async json<Answer>(call: Call, options?: CallOptions): Promise<Answer> {
    return (await this.#send(call, { options, read: readJson })) as Answer; // by the document
  }

  page<Row, Whole extends Page<Row> = Page<Row>>(
    path: string,
    query: object,
    options?: CallOptions,
  ): PagePromise<Row, Whole> {
    return new PagePromise((cursor) =>
      this.json<Whole>(
        { method: "GET", path, query: cursor === null ? query : { ...query, cursor } },
        options,
      ),
    );
  }

  async file(call: Call, options?: CallOptions): Promise<FileAnswer> {
    return new FileAnswer(await this.#open(call, options));
  }

  events(path: string, query: object, options: CallOptions = {}): AsyncGenerator<Event, void, undefined> {
    const isEndless = !("limit_seconds" in query) || query.limit_seconds === undefined;
    return followEvents({
      runtime: this.#runtime,
      isEndless,
      signal: options.signal,
      open: (last, signal) => {
        const headers = {
          ...options.headers,
          accept: "text/event-stream",
          ...(last && { "last-event-id": last }),
        };
        return this.#open({ method: "GET", path, query }, { ...options, headers, signal });
      },
    });
  }

  #open(call: Call, options?: CallOptions): Promise<Response> {
    return this.#send(call, { options, read: async (response) => response, isStream: true });
  }

  async #send<Answer>(
    call: Call,
    { options = {}, read, isStream = false }: Sending<Answer>,
  ): Promise<Answer> {
    const url = new URL(this.#base.href + call.path + queryString(call.query ?? {}));
    const headers = this.#headersOf(call, options);
    const body = call.upload ? (call.upload.content as BodyInit) : call.body && JSON.stringify(call.body); // no shared memory
    const isSafe = call.method === "GET" || headers.has("idempotency-key") || headers.has("if-match");
    for (let attempt = 0; ; attempt++) {
      try {
        return await tryOnce({
          fetch: this.#fetch,
          url,
          init: { method: call.method, headers, ...(body !== undefined && { body }) },
          signal: options.signal,
          timeoutMs: options.timeoutMs ?? this.#timeoutMs,
          now: this.#runtime.now,
          read,
          isStream,
        });
      } catch (error) {
        await this.#waitToRepeat(error, { attempt, isSafe, signal: options.signal });
      }
    }
  }

  /** @throws the error itself when there is to be no further try */
  async #waitToRepeat(
    error: unknown,
    { attempt, isSafe, signal }: { attempt: number; isSafe: boolean; signal: AbortSignal | undefined },
  ): Promise<void> {
    if (!(error instanceof StowageError) || attempt >= this.#maxRetries || !mayRepeat(error, isSafe))
      throw error;
    const chance = this.#runtime.random();
    const delayMs = retryDelayMs(error, { attempt, chance, longestMs: this.#maxRetryDelayMs });
    if (delayMs === null) throw error;
    await this.#runtime.sleep(delayMs, signal);
  }

  #headersOf(call: Call, options: CallOptions): Headers {
    const headers = new Headers(this.#headers);
    for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
    if (!headers.has("accept"))
      headers.set("accept", "application/json, application/problem+json, */*;q=0.5");
    if (call.upload) headers.set("content-type", call.upload.type);
    else if (call.body) headers.set("content-type", "application/json");
    if (options.ifMatch !== undefined)
      headers.set(
        "if-match",
        typeof options.ifMatch === "number" ? `"v${options.ifMatch}"` : options.ifMatch,
      );
    // One name for all tries, so that the server does it once. Without tries it would be kept for nothing.
    const name =
      options.idempotencyKey ?? (call.isRepeatable && this.#maxRetries > 0 ? crypto.randomUUID() : null);
    if (name !== null) headers.set("idempotency-key", name);
    if (this.#apiKey !== null) headers.set("authorization", `Bearer ${this.#apiKey}`);
    return headers;
  }
}

/** Spaces around a key come from files and are no part of it; runtimes repeat a header that they refuse in their errors. */
function checkedKey(apiKey: string | null): string | null {
  if (apiKey === null) return null;
  const key = typeof apiKey === "string" ? apiKey.trim() : "";
  if (key === "")
    throw new TypeError("apiKey is missing. Give a key of yours, or null for calls that need none.");
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new TypeError("apiKey is no key: it holds spaces or other characters.");
  return key;
}
