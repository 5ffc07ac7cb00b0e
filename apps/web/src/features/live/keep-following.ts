import type { LiveEvent } from "../../lib/live.ts";
import { readStream, type StreamEnd } from "./read-stream.ts";

/** A stream that ended, as when its server stops, is taken up again almost at once. */
const RESUME_MS = 250;
/** One that was there for less than this counts as a failure: somebody on the way does not let it pass. */
const STEADY_MS = 5_000;
const RETRY_MS = 1_000;
const RETRY_MS_MAX = 30_000;
/**
 * How long a hidden tab stays connected. A browser has six connections to a server for all of its tabs together, unless
 * a proxy speaks HTTP/2, and each stream takes one.
 */
export const HIDDEN_GRACE_MS = 3_000;
/** Away for longer than this, everything is asked anew instead of hearing all that happened. */
export const CATCH_UP_MS_MAX = 5 * 60_000;

interface Following {
  /** Ends it for good. */
  stop: () => void;
  /** Tries again without waiting any longer. */
  retryNow: () => void;
}

interface Follower {
  headers: () => Record<string, string>;
  /** The `seq` of the newest event that the screen may know of. */
  lastId: string | null;
  onEvent: (event: LiveEvent) => void;
  /** Whether events arrive. */
  onLive: (isLive: boolean) => void;
  /** More may have happened than will be told. */
  onGap: () => void;
  /** It does not work at the moment, for a reason that other calls would meet as well. */
  onTrouble: (end: Exclude<StreamEnd, { kind: "ended" }>) => void;
}

/** Follows what happens for as long as the tab is looked at: comes again where it left off, ever more patiently. */
export function keepFollowing(follower: Follower): Following {
  let { lastId } = follower;
  let isStopped = false;
  let failures = 0;
  let openedAt: number | null = null;
  let leftAt: number | null = null;
  let connection: AbortController | null = null;
  let wake: () => void = () => {};
  let grace: ReturnType<typeof setTimeout> | undefined;

  /** Until `wake`, or for so long. */
  async function pause(ms: number | null): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (ms !== null) timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
  }

  async function follow(): Promise<void> {
    while (!isStopped) {
      if (isHidden()) {
        await pause(null);
        continue;
      }
      if (leftAt !== null && Date.now() - leftAt > CATCH_UP_MS_MAX) lastId = null;
      const end = await connected();
      if (isStopped) return;
      leftAt ??= Date.now();
      const isSteady = openedAt !== null && leftAt - openedAt > STEADY_MS;
      failures = isSteady ? 0 : failures + 1;
      openedAt = null;
      if (end.kind !== "ended") {
        follower.onTrouble(end);
        if (end.kind === "refused" && isFinal(end.status)) return;
      }
      if (!isHidden()) await pause(patience(end, failures));
    }
  }

  async function connected(): Promise<StreamEnd> {
    connection = new AbortController();
    const end = await readStream({
      headers: follower.headers(),
      lastId,
      signal: connection.signal,
      onOpen: () => {
        openedAt = Date.now();
        if (lastId === null && leftAt !== null) follower.onGap();
        leftAt = null;
        follower.onLive(true);
      },
      onId: (id) => {
        lastId = id;
      },
      onEvent: follower.onEvent,
    });
    connection = null;
    if (!isStopped) follower.onLive(false);
    return end;
  }

  function lookedAt(): void {
    clearTimeout(grace);
    if (isHidden()) grace = setTimeout(() => connection?.abort(), HIDDEN_GRACE_MS);
    else wake();
  }

  document.addEventListener("visibilitychange", lookedAt);
  void follow();
  return {
    stop() {
      isStopped = true;
      document.removeEventListener("visibilitychange", lookedAt);
      clearTimeout(grace);
      connection?.abort();
      wake();
      follower.onLive(false);
    },
    retryNow: () => wake(),
  };
}

const isHidden = () => document.visibilityState === "hidden";

/** Of what is refused, only too much and our own failures pass. */
const isFinal = (status: number) => status < 500 && status !== 429;

function patience(end: StreamEnd, failures: number): number {
  const named = end.kind === "refused" ? end.retryAfterMs : null;
  const grown = failures === 0 ? RESUME_MS : Math.min(RETRY_MS * 2 ** (failures - 1), RETRY_MS_MAX);
  // Not all tabs of all people at the same moment.
  return Math.max(named ?? 0, grown) * (1 + Math.random() / 2);
}
