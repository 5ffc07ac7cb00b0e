import type { RequestListener } from "node:http";
import type { Socket } from "node:net";
import { createSealer } from "@stowage/auth/sealing";
import type { StoredWebhook } from "@stowage/db/schema/triggers";
import { pino } from "pino";
import { readConfig } from "../config.ts";
import { systemLookup } from "../webhooks/destination.ts";
import { type OutgoingWebhook, sendWebhook, type WebhookDeps } from "../webhooks/send-webhook.ts";
import { storedActions } from "../webhooks/stored-webhook.ts";
import { startTcpServer, startWebhookReceiver } from "./webhook-receiver.ts";

export const DELIVERY = "dlv_01h455vb4pex5vsknk084sn02q";
export const BODY = JSON.stringify({ type: "item.low_stock", data: { name: "Grüße 🥫" } });
/** For what is meant to take too long. */
export const IMPATIENT = { webhookTimeoutMs: 150 };

export const testSealer = createSealer({ secret: "a secret of the tests, long enough to be taken" });

/** Receivers of one test, and what posts to them. */
export function sendingWebhooks() {
  const toClose: (() => Promise<unknown>)[] = [];
  return {
    async receiver(answer?: RequestListener) {
      const started = await startWebhookReceiver(answer);
      toClose.push(started.close);
      return started;
    },
    async tcpServer(onConnection: (socket: Socket) => void) {
      const started = await startTcpServer(onConnection);
      toClose.push(started.close);
      return started;
    },
    async close() {
      for (const close of toClose.splice(0).reverse()) await close();
    },
  };
}

const depsOf = (over: Partial<WebhookDeps> & { loopback?: boolean } = {}): WebhookDeps => ({
  config: { ...readConfig({}), webhook_allow_loopback: over.loopback ?? true },
  now: Date.now,
  sealer: testSealer,
  webhookLookup: systemLookup,
  log: pino({ level: "silent" }),
  ...over,
});

/** A webhook as a trigger keeps it, and its secret. */
export function webhook(
  url: string,
  headers: Record<string, string> = {},
): { action: StoredWebhook; secret: string } {
  const { actions, secrets } = storedActions(
    { sealer: testSealer, now: Date.now },
    [{ type: "webhook", url, headers }],
    [],
  );
  const [action] = actions;
  const [secret] = secrets.values();
  if (action?.type !== "webhook" || secret === undefined) throw new Error("a new webhook has a secret");
  return { action, secret };
}

/** One attempt at it. */
export const send = (
  to: string | StoredWebhook,
  {
    signal,
    environment = "live",
    test_webhook_hosts = [],
    ...over
  }: Partial<WebhookDeps & OutgoingWebhook> & { loopback?: boolean; signal?: AbortSignal } = {},
) =>
  sendWebhook(
    depsOf(over),
    {
      action: typeof to === "string" ? webhook(to).action : to,
      delivery_id: DELIVERY,
      body: BODY,
      environment,
      test_webhook_hosts,
    },
    signal,
  );
