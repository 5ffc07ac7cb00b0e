import { createParser } from "eventsource-parser";
import type { LiveEvent } from "../../lib/live.ts";

/** The server gives a sign of life every 15 s; a connection without any for so long is dead. */
export const SILENCE_MS = 40_000;

export type StreamEnd =
  | { kind: "unreached" }
  | { kind: "refused"; status: number; code: string; retryAfterMs: number | null }
  /** It was there, and is over. */
  | { kind: "ended" };

interface StreamReading {
  /** The place, as other calls tell it. */
  headers: Record<string, string>;
  lastId: string | null;
  signal: AbortSignal;
  onOpen: () => void;
  onId: (id: string) => void;
  onEvent: (event: LiveEvent) => void;
}

/** Reads the stream of events until it ends, for whatever reason, and says how it did. */
export async function readStream({ headers, lastId, signal, ...heard }: StreamReading): Promise<StreamEnd> {
  const answer = await fetch("/api/v1/events/stream", {
    headers: { ...headers, ...(lastId !== null && { "last-event-id": lastId }) },
    cache: "no-store",
    signal,
  }).catch(() => null);
  if (!answer) return { kind: "unreached" };
  if (!answer.ok || !answer.body) return refusalOf(answer);
  heard.onOpen();
  const parser = createParser({
    onId: heard.onId,
    onEvent: ({ data }) => heard.onEvent(JSON.parse(data) as LiveEvent), // the server's own
  });
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let silence: ReturnType<typeof setTimeout> | undefined;
  try {
    for (;;) {
      silence = setTimeout(() => void reader.cancel().catch(() => {}), SILENCE_MS); // it is dead already
      const { done, value } = await reader.read();
      clearTimeout(silence);
      if (done) return { kind: "ended" };
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } catch {
    clearTimeout(silence);
    return { kind: "ended" };
  }
}

async function refusalOf(answer: Response): Promise<StreamEnd> {
  const body: unknown = await answer.json().catch(() => null);
  const code = typeof body === "object" && body !== null && "code" in body ? String(body.code) : "";
  const seconds = Number(answer.headers.get("retry-after") ?? Number.NaN);
  return {
    kind: "refused",
    status: answer.status,
    code,
    retryAfterMs: Number.isNaN(seconds) ? null : seconds * 1_000,
  };
}
