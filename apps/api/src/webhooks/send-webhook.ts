import type { DeliveryError } from "@stowage/contract/deliveries";
import type { Environment } from "@stowage/contract/environments";
import type { StoredWebhook } from "@stowage/db/schema/triggers";
import type { Deps } from "../deps.ts";
import { VERSION } from "../version.ts";
import { EXCERPT_BYTES, excerptOf, retryAfterMs } from "./answer-text.ts";
import { mayLeave, resolveDestination } from "./destination.ts";
import { type Answer, type Post, type PostFailure, post } from "./post.ts";
import { signatureHeaders } from "./sign.ts";
import { secretsInForce, webhookHeaders } from "./stored-webhook.ts";

/** From the look-up of the name to enough of the answer; receivers are told to answer first and to work then. */
const TIMEOUT_MS = 5_000;

export type WebhookDeps = Pick<Deps, "config" | "now" | "sealer" | "log" | "webhookLookup"> & {
  /** Default 5 s. */
  webhookTimeoutMs?: number;
};

/** One attempt at one delivery. */
export interface OutgoingWebhook {
  action: StoredWebhook;
  delivery_id: string;
  body: string;
  environment: Environment;
  /** Hosts that the organization's test environment may post to. */
  test_webhook_hosts: readonly string[];
}

/** How an attempt went. */
export interface SentWebhook {
  ok: boolean;
  /** As they may be shown: what identifies us or our sender is left out. */
  request_headers: Record<string, string>;
  response_status: number | null;
  response_excerpt: string | null;
  /** From the look-up of the name to the answer or its absence; null when nothing was sent. */
  response_ms: number | null;
  error: DeliveryError | null;
  /** How long the receiver asks us to wait. */
  retry_after_ms: number | null;
}

/**
 * Posts a delivery to its webhook: signed, to an address that was judged, without following redirects, within 5 s. All that
 * can be wrong with a receiver is in the result.
 * @throws the signal's reason  once it is aborted before the receiver has answered
 */
export async function sendWebhook(
  deps: WebhookDeps,
  { action, delivery_id, body, environment, test_webhook_hosts }: OutgoingWebhook,
  signal?: AbortSignal,
): Promise<SentWebhook> {
  const url = new URL(action.url);
  const headers = headersOf(deps, action, { id: delivery_id, body });
  const request_headers = headers ? shown(headers, action) : {};
  if (!mayLeave(url, environment, test_webhook_hosts)) return unsent("not_allowed_in_test", request_headers);
  if (!headers) return unsent("secret_unreadable", request_headers);
  const { webhookTimeoutMs = TIMEOUT_MS } = deps;
  const deadline = AbortSignal.timeout(webhookTimeoutMs);
  const begun = performance.now();
  const answer = await resolveAndPost(deps, {
    url,
    headers,
    body,
    answerBytesMax: EXCERPT_BYTES,
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
  });
  const response_ms = Math.round(performance.now() - begun);
  if ("status" in answer) return { ...answered(answer, deps.now()), request_headers, response_ms };
  signal?.throwIfAborted();
  deps.log.debug(
    { delivery: delivery_id, error: answer.error, cause: codeOf(answer.cause) },
    "a webhook failed",
  );
  return { ...unsent(answer.error, request_headers), response_ms };
}

async function resolveAndPost(
  { config, webhookLookup }: WebhookDeps,
  request: Omit<Post, "addresses">,
): Promise<Answer | PostFailure> {
  const { url, signal } = request;
  const options = { allowLoopback: config.webhook_allow_loopback, lookup: webhookLookup, signal };
  const destination = await Promise.race([resolveDestination(url, options), aborted(signal)]);
  if (destination === null || signal.aborted) return { error: "timeout", cause: "the look-up took too long" };
  if ("error" in destination) return { cause: "", ...destination };
  return post({ ...request, addresses: destination.addresses });
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}

/** All that goes out; null when what is sealed cannot be read. */
function headersOf(
  deps: WebhookDeps,
  action: StoredWebhook,
  { id, body }: { id: string; body: string },
): Record<string, string> | null {
  const own = webhookHeaders(deps, action);
  const secrets = secretsInForce(deps, action);
  if (own === null || secrets === null) return null;
  return {
    "user-agent": `Stowage/${VERSION}`,
    ...lowerCased(own),
    "content-type": "application/json",
    ...signatureHeaders(secrets, { id, at: deps.now(), body }),
  };
}

const lowerCased = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function shown(headers: Record<string, string>, { header_names }: StoredWebhook): Record<string, string> {
  const hidden = new Set(["webhook-signature", ...header_names.map((name) => name.toLowerCase())]);
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, hidden.has(name) ? "…" : value]),
  );
}

const unsent = (error: DeliveryError, request_headers: Record<string, string>): SentWebhook => ({
  ok: false,
  request_headers,
  response_status: null,
  response_excerpt: null,
  response_ms: null,
  error,
  retry_after_ms: null,
});

function answered({ status, headers, body }: Answer, now: number) {
  const error = errorOf(status);
  return {
    ok: error === null,
    response_status: status,
    response_excerpt: excerptOf(headers, body),
    error,
    retry_after_ms: status === 429 || status === 503 ? retryAfterMs(headers, now) : null,
  };
}

function errorOf(status: number): DeliveryError | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? "redirect" : "http_status";
}

/** Of an error no more than its code: its text may repeat what was sent or answered. */
function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause
    ? String(cause.code)
    : typeof cause === "string"
      ? cause
      : "";
}
