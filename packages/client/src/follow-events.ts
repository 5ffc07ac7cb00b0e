import { ConnectionError, StowageError, UnexpectedAnswerError } from "./errors.ts";
import { EventParser, type ServerSentEvent } from "./event-parser.ts";
import type { Runtime } from "./options.ts";
import { mayRepeat } from "./retry.ts";
import type { Event } from "./types.gen.ts";

/** Three signs of life of the server's; who is silent for longer is gone, though no one said so. */
const SILENCE_MS = 45_000;
const RECONNECT_MS = 2_000;
const RECONNECT_FIRST_MS = 1_000;
const RECONNECT_LAST_MS = 30_000;

interface Following {
  runtime: Runtime;
  /** The stream was asked for without an end, so each end is a break. */
  isEndless: boolean;
  signal?: AbortSignal | undefined;
  /** Asks for the stream from after `last` on. */
  open(last: string | null, signal: AbortSignal): Promise<Response>;
}

/**
 * Events as they happen, each once and in order. A connection that breaks is made again, from the last event on, for as
 * long as it takes; only a refusal ends it.
 * @throws StowageError  the stream was refused, or never began; aborted by `signal`, its reason
 */
export async function* followEvents({
  runtime,
  isEndless,
  signal,
  open,
}: Following): AsyncGenerator<Event, void, undefined> {
  // One for each connection, as what listens to it lives as long as it does.
  let stop = new AbortController();
  const pass = () => stop.abort(signal?.reason);
  signal?.addEventListener("abort", pass, { once: true });
  let last: string | null = null;
  let waitMs = RECONNECT_MS;
  let failures = 0;
  let hasBegun = false;
  try {
    while (true) {
      stop = new AbortController();
      if (signal?.aborted) pass();
      try {
        const response = await open(last, stop.signal);
        hasBegun = true;
        for await (const said of records(response, runtime, stop.signal)) {
          failures = 0;
          last = said.id ?? last;
          waitMs = Math.min(Math.max(said.retryMs ?? waitMs, RECONNECT_FIRST_MS), RECONNECT_LAST_MS);
          if (said.data !== "") yield eventIn(said.data);
        }
        if (!isEndless) return;
      } catch (error) {
        if (stop.signal.aborted) throw stop.signal.reason;
        if (!hasBegun || !(error instanceof StowageError) || !mayRepeat(error, true)) throw error;
      }
      const backoffMs = Math.min(waitMs * 2 ** failures, RECONNECT_LAST_MS);
      failures += 1;
      await runtime.sleep(backoffMs * (0.5 + runtime.random() / 2), stop.signal);
    }
  } finally {
    signal?.removeEventListener("abort", pass);
    stop.abort();
  }
}

/** @throws UnexpectedAnswerError */
function eventIn(data: string): Event {
  try {
    return JSON.parse(data) as Event; // by the document
  } catch (cause) {
    throw new UnexpectedAnswerError({
      code: "unexpected_answer",
      message: "An event of the stream is no JSON.",
      cause,
    });
  }
}

/**
 * @throws ConnectionError  it broke, or fell silent
 * @throws UnexpectedAnswerError  it is no stream of events
 */
async function* records(
  response: Response,
  runtime: Runtime,
  signal: AbortSignal,
): AsyncGenerator<ServerSentEvent> {
  const reader = (response.body ?? new Blob().stream()).getReader();
  const decoder = new TextDecoder(); // drops the byte order mark
  const parser = new EventParser();
  try {
    while (true) {
      const { done, value } = await heard(reader.read(), runtime);
      if (done) return;
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof UnexpectedAnswerError) throw cause;
    throw new ConnectionError("The stream of events broke off.", { cause });
  } finally {
    await ended(reader);
  }
}

/** Lets go of the connection. */
async function ended(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    await reader.cancel();
  } catch {
    // It broke, and is over so.
  }
}

/** What comes, unless nothing does for too long. */
async function heard<Piece>(piece: Promise<Piece>, { sleep }: Runtime): Promise<Piece> {
  const timer = new AbortController();
  const silence = sleep(SILENCE_MS, timer.signal).then(() => {
    throw new Error(`Nothing was heard for ${SILENCE_MS} ms.`);
  });
  try {
    return await Promise.race([piece, silence]);
  } finally {
    timer.abort();
  }
}
