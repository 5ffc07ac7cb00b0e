import { Webhook } from "standardwebhooks";

/** The headers of Standard Webhooks. */
export interface SignatureHeaders {
  "webhook-id": string;
  "webhook-timestamp": string;
  "webhook-signature": string;
}

/**
 * Signs a body by the rules of Standard Webhooks, with each of some secrets (`whsec_…`): a receiver that knows any one of
 * them can verify it.
 * @param at  Unix milliseconds of the attempt
 */
export function signatureHeaders(
  secrets: readonly string[],
  { id, at, body }: { id: string; at: number; body: string },
): SignatureHeaders {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at / 1_000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, new Date(at), body)).join(" "),
  };
}
