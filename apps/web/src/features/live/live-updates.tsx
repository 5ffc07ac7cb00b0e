import { hashKey, type QueryKey } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useConnection } from "../../lib/connection.ts";
import { reportLive, tellLiveEvent } from "../../lib/live.ts";
import { liveStartOptions, queryClient, sessionOptions, signedOutHandler } from "../../lib/trpc.ts";
import { whereHeaders } from "../../lib/where.ts";
import { refreshAmounts } from "./changed-amounts.ts";
import { concernedBy, concernedLater, isOfAmount } from "./concerned-queries.ts";
import { createGatherer } from "./gather.ts";
import { keepFollowing } from "./keep-following.ts";

/** The server looks whom to tell of an event once that is written; by then it has. */
const NOTICED_AFTER_MS = 2_000;

/** Keeps what is on the screen as it is on the server, whoever changes it. Shows nothing; without it, nothing is lost. */
export function LiveUpdates() {
  const retry = useRef<() => void>(() => {});
  useEffect(() => {
    const soon = createGatherer({ ...QUERIES, client: queryClient });
    const later = createGatherer({ ...QUERIES, client: queryClient, waitMs: NOTICED_AFTER_MS });
    const amounts = createGatherer<string>({
      client: queryClient,
      nameOf: (id) => id,
      run: (ids) => void refreshAmounts(ids),
    });
    const leaving = new AbortController();
    void startId().then((lastId) => {
      if (leaving.signal.aborted) return;
      const following = keepFollowing({
        headers: whereHeaders,
        lastId,
        onLive: reportLive,
        onGap: () => void queryClient.invalidateQueries(),
        onEvent: (event) => {
          tellLiveEvent(event);
          soon.add(concernedBy(event.type));
          later.add(concernedLater(event.type));
          if (isOfAmount(event.type)) amounts.add([event.subject_id]);
        },
        onTrouble: (end) => {
          if (end.kind === "refused" && ENDED.has(end.code)) signedOutHandler.run();
          // Whether the server is there at all is for an ordinary call to find out, and the banner to say.
          else void queryClient.prefetchQuery({ ...sessionOptions, staleTime: 0 });
        },
      });
      retry.current = following.retryNow;
      leaving.signal.addEventListener("abort", following.stop);
    });
    return () => {
      leaving.abort();
      soon.stop();
      later.stop();
      amounts.stop();
    };
  }, []);

  const connection = useConnection();
  useEffect(() => {
    if (connection === "ok") retry.current();
  }, [connection]);
  return null;
}

const QUERIES = {
  nameOf: hashKey,
  run(keys: QueryKey[]) {
    for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
  },
};

const ENDED = new Set(["session_expired", "missing_credentials"]);

/** What happened before the screen was filled need not be told. */
async function startId(): Promise<string | null> {
  const seq = await queryClient.ensureQueryData(liveStartOptions).catch(() => null);
  return seq === null ? null : String(seq);
}
