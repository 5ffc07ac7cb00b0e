import {
  type ApiKey,
  type BeginHandOver,
  type BegunHandOver,
  type CollectedHandOver,
  StowageError,
} from "@stowage/client";
import { Api } from "@stowage/client/api";
import { apiBase, isOpenToStrangers } from "@stowage/client/base-url";
import { EXIT } from "./exit-codes.ts";
import { Failure } from "./failure.ts";

/** What the person needs in order to approve. */
export type ShownCode = Pick<BegunHandOver, "user_code" | "verification_uri" | "verification_uri_complete">;

export interface DeviceSignInOptions {
  /** The server's address, with or without `/api/v1`. */
  readonly baseUrl: string;
  /** How the program calls itself to the person: `Stowage CLI on ada-laptop`. */
  readonly clientName: string;
  /** What it would like to do; the person decides. */
  readonly scopes?: BeginHandOver["scopes"];
  readonly environment?: BeginHandOver["environment"];
  /** The key may travel unencrypted to a public address. Default false. */
  readonly allowInsecureHttp?: boolean;
  readonly fetch: typeof globalThis.fetch;
  /** Lets so many seconds pass; rejects with the signal's reason once that is aborted. */
  readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
  /** Shows the code. The key is asked for only after this. */
  readonly onCode: (shown: ShownCode) => void | Promise<void>;
  readonly signal: AbortSignal;
}

/** No server asks for a longer pause; one that does is not believed. */
const INTERVAL_SECONDS_MAX = 60;
/** Longer than any code lives, in case that nobody answers any more. */
const PATIENCE_SECONDS = 900;

/**
 * Gets a key without anybody copying one: the server gives a code, a person types it where they are signed in and
 * decides, and the key is collected (after RFC 8628).
 * @throws Failure  refused, expired, an answer that cannot be meant, or an address that strangers can listen to
 * @throws StowageError  the server says no, or nobody answers for as long as a code lives
 */
export async function deviceSignIn(options: DeviceSignInOptions): Promise<{ key: string; apiKey: ApiKey }> {
  const { baseUrl, fetch, wait, onCode, signal, allowInsecureHttp = false } = options;
  if (isOpenToStrangers(apiBase(baseUrl)) && !allowInsecureHttp) throw insecure();
  // No tries but these: a key is given once, so that collecting it is not to be repeated by itself.
  const api = new Api({ apiKey: null, baseUrl, fetch, maxRetries: 0 });
  const begun = await begin(api, options);
  const { user_code, verification_uri, verification_uri_complete } = begun;
  await onCode({ user_code, verification_uri, verification_uri_complete });
  let [seconds, waited] = [begun.interval_seconds, 0];
  for (;;) {
    seconds = Math.min(seconds, INTERVAL_SECONDS_MAX);
    await wait(seconds, signal);
    waited += seconds;
    const asked = await ask(api, begun.device_code, signal);
    if (asked instanceof StowageError) {
      if (waited >= PATIENCE_SECONDS) throw asked;
      seconds = Math.max(begun.interval_seconds, asked.retryAfter ?? 0);
    } else if (asked.status !== "pending") return keyOf(asked);
  }
}

async function begin(
  api: Api,
  { clientName, scopes, environment, signal }: DeviceSignInOptions,
): Promise<BegunHandOver> {
  const body: BeginHandOver = {
    client_name: clientName,
    ...(scopes && { scopes }),
    ...(environment && { environment }),
  };
  const begun = await api.json<BegunHandOver>({ method: "POST", path: "/hand-overs", body }, { signal });
  // It is shown in a terminal and opened in a browser, so that it has to be what it is called.
  const isMeant =
    /^[A-Z]{4}-[A-Z]{4}$/.test(begun.user_code) &&
    [begun.verification_uri, begun.verification_uri_complete].every(isWebAddress) &&
    begun.interval_seconds >= 1;
  if (!isMeant) throw notMeant();
  return begun;
}

/** One question. What may pass by itself is given back, to ask again later. */
async function ask(
  api: Api,
  device_code: string,
  signal: AbortSignal,
): Promise<CollectedHandOver | StowageError> {
  try {
    const call = { method: "POST", path: "/hand-overs/collect", body: { device_code } } as const;
    return await api.json<CollectedHandOver>(call, { signal });
  } catch (error) {
    if (error instanceof StowageError && mayPass(error)) return error;
    throw error;
  }
}

function mayPass({ status }: StowageError): boolean {
  return status === null || status === 429 || status >= 500;
}

function keyOf({ status, key, api_key }: CollectedHandOver): { key: string; apiKey: ApiKey } {
  if (status === "refused")
    throw new Failure("The request for a key was refused.", { code: "refused", exitCode: EXIT.refused });
  if (status === "expired")
    throw new Failure("Nobody approved it in time.", {
      code: "expired",
      exitCode: EXIT.refused,
      remedy: "Run it again, and enter the new code within ten minutes.",
    });
  if (key === null || api_key === null) throw notMeant();
  return { key, apiKey: api_key };
}

/** Without anything that a terminal would take for a command. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\/[\x21-\x7e]+$/.test(text) && URL.canParse(text);
}

function insecure(): Failure {
  return new Failure("The key would travel to this machine unencrypted.", {
    code: "insecure_http",
    exitCode: EXIT.usage,
    remedy: "Use the server's https:// address.",
  });
}

function notMeant(): Failure {
  return new Failure("This is no answer of a Stowage server.", {
    code: "unexpected_answer",
    exitCode: EXIT.unreachable,
    remedy: "Check the address.",
  });
}
