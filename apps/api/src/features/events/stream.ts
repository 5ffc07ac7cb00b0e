import type { Event } from "@stowage/contract/events";
import { StreamEvents } from "@stowage/contract/events";
import { isDatabaseUnavailable } from "@stowage/db/unavailable";
import { judgeAgain } from "../../gate/judge-again.ts";
import { revisionsOf } from "../../lists/revision-watch.ts";
import { ProblemError } from "../../problems.ts";
import {
  EVENT_STREAM,
  EVENT_STREAM_HEADERS,
  frame,
  heartbeat,
  lastEventId,
  opening,
} from "../../streams/event-stream.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { FileAnswer, FileOutput } from "../../trpc/file-answer.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listEvents } from "./store.ts";

/** How many events are read at once, and held for a reader who is slow. */
const PAGE = 50;
/** Proxies take a connection for dead that is silent for a minute; some do after 30 s. */
const HEARTBEAT_MS = 15_000;
/** How soon whoever may follow no longer is let go of though nothing happens. A key costs a look-up in memory, a session two queries. */
const JUDGE_KEY_MS = 1_000;
const JUDGE_SESSION_MS = 2_000;

/**
 * Tells what happens as it happens, as server-sent events: each with its `seq` as the `id`, so that a reader who comes
 * again with `Last-Event-ID` misses nothing. It ends when the caller may not follow any more, with nothing told after.
 * @throws invalid_header; rate_limited  the caller, or this server, has as many streams open as may be
 */
export const stream = scoped("events:read")
  .meta(rest("GET /events/stream", "Follow events", { file: [EVENT_STREAM] }))
  .input(StreamEvents)
  .output(FileOutput)
  .query(({ ctx, input }) => streamOf(ctx, input));

async function streamOf(ctx: ScopedContext, input: StreamEvents): Promise<FileAnswer> {
  const { deps, call, caller, db, workspace_id } = ctx;
  const left = lastEventId(call.exchange.headers["last-event-id"]) ?? input.after;
  const revision = (await revisionsOf(db, [workspace_id])).get(workspace_id) ?? 0;
  // Who knows of more than there is has seen another history, of a database that was set back: they begin anew.
  const begin = { after: Math.min(left ?? revision, revision), known: revision };
  const holder = {
    id: caller.auth_method === "api_key" ? caller.key.id : caller.user.id,
    organization_id: caller.organization.id,
  };
  const body =
    call.exchange.method === "HEAD"
      ? ""
      : deps.eventStreams.open(holder, (signal) => untilRefused(ctx, told(ctx, { input, begin, signal })));
  return new FileAnswer({
    media_type: `${EVENT_STREAM}; charset=utf-8`,
    headers: EVENT_STREAM_HEADERS,
    body,
  });
}

/** A refusal is an end like any other: the reader comes again, and is told why. */
async function* untilRefused({ deps, call }: ScopedContext, chunks: AsyncGenerator<string>) {
  try {
    yield* chunks;
  } catch (err) {
    const { request_id } = call.exchange;
    if (!(err instanceof ProblemError)) deps.log.error({ err, request_id }, "a stream of events broke off");
  }
}

interface Telling {
  input: StreamEvents;
  /** `after` is how far the reader has been told; `known` is how far things have gone. */
  begin: { after: number; known: number };
  signal: AbortSignal;
}

async function* told(ctx: ScopedContext, { input, begin, signal }: Telling): AsyncGenerator<string> {
  const { deps, db, workspace_id } = ctx;
  const { limit_seconds, after: _, ...filters } = input;
  const endsAt =
    limit_seconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + limit_seconds * 1_000;
  const judgeMs = ctx.caller.auth_method === "api_key" ? JUDGE_KEY_MS : JUDGE_SESSION_MS;
  let { after, known } = begin;
  let { reach } = ctx;
  let spokeAt = performance.now();
  yield opening(after);
  while (!signal.aborted) {
    if (after >= known) {
      const leftMs = endsAt - performance.now();
      if (leftMs <= 0) return;
      known =
        (await deps.revisionWatch.changed(workspace_id, known, Math.min(judgeMs, leftMs), signal)) ?? known;
    }
    if (signal.aborted) return;
    try {
      const page =
        after < known
          ? await listEvents(db, reach, { ...filters, after, limit: PAGE, include_total: false })
          : null;
      const before = reach;
      // After reading: whatever happened once they were refused was not read yet, or is not told.
      reach = await reachNow(ctx);
      if (page && !isSame(before, reach)) continue;
      const events = page?.data ?? [];
      after = page?.next_cursor === null ? Math.max(known, lastOf(events)) : Math.max(after, lastOf(events));
      if (events.length > 0) yield events.map((event) => frame(event.seq, event.type, event)).join("");
      else if (performance.now() - spokeAt >= HEARTBEAT_MS) yield heartbeat(after);
      else continue;
      spokeAt = performance.now();
    } catch (error) {
      // It is told when the database answers again; until then nobody can be judged, so nothing is.
      if (!isDatabaseUnavailable(error)) throw error;
      await deps.revisionWatch.changed(workspace_id, known, judgeMs, signal);
    }
  }
}

const lastOf = (events: readonly Event[]) => events.at(-1)?.seq ?? 0;

/** What the caller may see by now. Somebody whose session works elsewhere by now does not follow this any more. */
async function reachNow({ deps, call, workspace_id, reach }: ScopedContext): Promise<ScopedContext["reach"]> {
  if (!call.admitted) return reach;
  const caller = await judgeAgain(deps, call, call.admitted.access);
  if (caller.workspace_id !== workspace_id)
    throw new ProblemError("not_found", "The session works in another organization by now.");
  return caller.reach;
}

const isSame = (one: ScopedContext["reach"], other: ScopedContext["reach"]) =>
  JSON.stringify(one) === JSON.stringify(other);
