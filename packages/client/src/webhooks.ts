import type { WebhookBody } from "./types.gen.ts";

/** How far the signed time may be off, either way: as Standard Webhooks has it. */
const TOLERANCE_SECONDS = 300;
/** The server signs with two secrets at most; each that is looked at costs a hash of the whole body. */
const SIGNATURES_MAX = 10;
/** An event is as large as what it tells of, which a request brought in a body of 1 MiB at most. */
const BODY_BYTES_MAX = 4 * 1_048_576;
/** A dot in it could be the one that ends it, and what was signed be parted elsewhere. */
const ID = /^[\x21-\x2d\x2f-\x7e]{1,255}$/;
const SECRET = /^(?:whsec_)?([A-Za-z0-9+/]+={0,2})$/;

/** A post that is not to be acted on. `reason` says why; answer it with 401. */
export class WebhookError extends Error {
  override name = "WebhookError";
  readonly reason: "header_missing" | "too_old" | "too_new" | "malformed" | "wrong_signature" | "not_json";

  constructor(reason: WebhookError["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** What a receiver was sent, and what it knows. */
export interface WebhookPost {
  /** The body exactly as it came: text or bytes, not parsed and written anew. */
  payload: string | Uint8Array | ArrayBuffer;
  /** A `Headers`, or an object as Node gives it; names in any case. */
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** `whsec_…`, from the answer that made the trigger. Several while one is changed: any that fits is enough. */
  secret: string | readonly string[];
  /** Unix milliseconds; default the clock. */
  now?: number;
}

/**
 * The body of a webhook, once it is sure that the trigger's server signed it and that it is not an old one. A post may
 * come twice, under the same `webhook-id`: remember those and act once.
 * @throws WebhookError  it is not genuine, or not new
 * @throws TypeError  the secret is none
 */
export async function verifyWebhook({
  payload,
  headers,
  secret,
  now = Date.now(),
}: WebhookPost): Promise<WebhookBody> {
  const keys = await Promise.all([secret].flat().map(importKey));
  const id = headerOf(headers, "webhook-id");
  const timestamp = headerOf(headers, "webhook-timestamp");
  const sent = headerOf(headers, "webhook-signature");
  const body = bytesOf(payload);
  if (!ID.test(id) || body.length > BODY_BYTES_MAX)
    throw new WebhookError("malformed", "The body or the webhook-id is none that a Stowage sends.");
  checkTime(timestamp, now);
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), body);
  const signatures = sent
    .split(" ", SIGNATURES_MAX)
    .flatMap((one) => (one.startsWith("v1,") ? signatureBytes(one.slice(3)) : []));
  // Each is looked at, however the one before ended; comparing is the platform's own, in constant time.
  const fits = await Promise.all(
    keys.flatMap((key) =>
      signatures.map((signature) => crypto.subtle.verify("HMAC", key, signature, signed)),
    ),
  );
  if (!fits.includes(true))
    throw new WebhookError("wrong_signature", "No signature of the post fits the secret.");
  return parsed(body);
}

/** @throws TypeError  without the secret's text */
function importKey(secret: string): Promise<CryptoKey> {
  const [, base64] = SECRET.exec(secret.trim()) ?? [];
  const bytes = base64 === undefined ? [] : signatureBytes(base64);
  const [raw] = bytes;
  if (raw === undefined || raw.length === 0)
    throw new TypeError("The secret of a webhook begins with whsec_ and goes on in base64.");
  return crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
}

/** Base64 as bytes; none when it is not base64. */
function signatureBytes(base64: string): Uint8Array<ArrayBuffer>[] {
  try {
    return [Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))];
  } catch {
    return [];
  }
}

/** @throws WebhookError */
function headerOf(headers: WebhookPost["headers"], name: string): string {
  const value =
    typeof headers.get === "function"
      ? headers.get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  if (typeof value !== "string" || value === "")
    throw new WebhookError("header_missing", `The post has no ${name}.`);
  return value;
}

/** @throws WebhookError */
function checkTime(timestamp: string, now: number): void {
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  const ageSeconds = Math.floor(now / 1_000) - seconds;
  if (ageSeconds < -TOLERANCE_SECONDS)
    throw new WebhookError("too_new", "The post is from the future: is this machine's clock right?");
  if (!(ageSeconds <= TOLERANCE_SECONDS))
    throw new WebhookError("too_old", "The post is older than five minutes.");
}

function bytesOf(payload: WebhookPost["payload"]): Uint8Array {
  if (typeof payload === "string") return new TextEncoder().encode(payload);
  return payload instanceof Uint8Array ? payload : new Uint8Array(payload);
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(one.length + other.length);
  bytes.set(one);
  bytes.set(other, one.length);
  return bytes;
}

/** @throws WebhookError */
function parsed(body: Uint8Array): WebhookBody {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as WebhookBody; // signed by the server that documents it
  } catch {
    throw new WebhookError("not_json", "The post is genuine, and no JSON.");
  }
}
