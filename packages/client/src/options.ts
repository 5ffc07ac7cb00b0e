/** How a client reaches its server. */
export interface StowageOptions {
  /** An API key of yours. `null` for the few calls that need none. */
  apiKey: string | null;
  /** The server's address, such as `https://stowage.example.org`; with or without `/api/v1`. */
  baseUrl: string | URL;
  /** How often a call that failed in passing is made again; default 2, 0 for never. */
  maxRetries?: number;
  /** Longest wait before a try, in milliseconds; default 60,000. When the server asks for more, the call fails at once. */
  maxRetryDelayMs?: number;
  /** How long one try may take, in milliseconds; default 60,000. Of files and streams, until they begin. */
  timeoutMs?: number;
  /** Sent with every call. */
  headers?: Readonly<Record<string, string>>;
  /** Allows to send the key unencrypted to a host outside of the private network. */
  allowInsecureHttp?: boolean;
  /** What the requests are made with, instead of the runtime's own `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** For tests: waiting and chance, instead of the runtime's own. */
  runtime?: Partial<Runtime>;
}

/** What one call may have of its own. */
export interface CallOptions {
  /** Ends the call, its waits included, with the signal's reason. */
  signal?: AbortSignal;
  /** Names a POST, so that it is done once however often it is sent: 1 to 255 visible ASCII characters. Default: a random one. */
  idempotencyKey?: string;
  /** The version that a write expects to replace (`bin.version`), or its ETag; else 412 `version_mismatch`. */
  ifMatch?: number | string;
  headers?: Readonly<Record<string, string>>;
  /** Instead of the client's. */
  timeoutMs?: number;
}

/** What a client takes from where it runs. */
export interface Runtime {
  /** Waits; rejects with the signal's reason once that is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
  /** Unix milliseconds. */
  now(): number;
}

export const RUNTIME: Runtime = {
  random: () => Math.random(),
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, ms);
      if (signal?.aborted) stop();
      else signal?.addEventListener("abort", stop, { once: true });
    }),
};
