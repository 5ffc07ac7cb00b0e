import type { Problem } from "@stowage/contract/problems";
import type { ScanAnswer } from "@stowage/contract/scan";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { newIdempotencyKey } from "../../lib/idempotency-key.ts";
import { mutate } from "../../lib/mutate.ts";
import { problemOf } from "../../lib/problem.ts";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { isUnanswered, mayHaveWorked, type ScanEntry } from "./scan-entry.ts";
import { storedScans, storeScans } from "./scan-store.ts";
import { sendScan } from "./send-scan.ts";

const ENTRIES_MAX = 200;

type NewScan = Pick<ScanEntry, "code" | "action" | "quantity" | "to">;

export interface ScanLog {
  entries: readonly ScanEntry[];
  /** Sends what was scanned; counting and naming ask for more first. */
  scan: (scanned: NewScan) => Promise<ScanAnswer | null>;
  /** Says how many were counted, or what a new item is called. */
  complete: (
    entry: ScanEntry,
    more: { quantity: number } | { name: string; quantity: number },
  ) => Promise<void>;
  /** Asks what a code is called that nothing has. */
  askForName: (entry: ScanEntry) => void;
  retry: (entry: ScanEntry) => Promise<void>;
  /** Sends all again that no answer came to, in the order in which they were scanned. */
  retryUnanswered: () => Promise<void>;
  undo: (entry: ScanEntry) => Promise<void>;
}

/**
 * What this tab scanned in a place, the newest first. `onEnd` hears of each that worked or did not. What no answer came
 * to is sent again by itself once the connection is back.
 */
export function useScanLog(place: string, onEnd: (result: "ok" | "problem") => void): ScanLog {
  const [entries, setEntries] = useState<readonly ScanEntry[]>(() => storedScans(place));
  const lastId = useRef(entries[0]?.id ?? 0);
  useEffect(() => storeScans(place, entries), [place, entries]);
  const put = (id: number, patch: Partial<ScanEntry>) =>
    setEntries((now) => now.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry)));

  async function send(entry: ScanEntry): Promise<ScanAnswer | null> {
    // Counting and naming look first: an unknown code must not be counted, nor a known one named.
    const isAsking =
      (entry.action === "count" && entry.quantity === null) ||
      (entry.action === "create" && entry.name === null);
    try {
      const answer = await sendScan(entry, isAsking ? "lookup" : entry.action);
      const isCounting = isAsking && entry.action === "count" && answer.target.type === "item";
      put(entry.id, { answer, state: isCounting ? "counting" : "done", problem: null });
      if (answer.event_seq) void queryClient.invalidateQueries();
      onEnd("ok");
      return answer;
    } catch (error) {
      const problem = problemOf(error);
      put(entry.id, {
        problem,
        state: isAsking && isUnknown(problem) && entry.action === "create" ? "naming" : "failed",
      });
      onEnd(isAsking && isUnknown(problem) ? "ok" : "problem");
      return null;
    }
  }

  /** A changed try is a new one; the same try keeps its key, so that it cannot count twice. */
  async function resend(entry: ScanEntry, more: Partial<ScanEntry> = {}): Promise<void> {
    const isSame = Object.keys(more).length === 0 && mayHaveWorked(entry);
    const again: ScanEntry = {
      ...entry,
      ...more,
      state: "sending",
      problem: null,
      ...(!isSame && { idempotencyKey: newIdempotencyKey("scan") }),
    };
    put(entry.id, again);
    await send(again);
  }

  async function retryUnanswered(): Promise<void> {
    for (const entry of entries.filter(isUnanswered).reverse()) await resend(entry);
  }
  const onceOnline = useEffectEvent(() => void retryUnanswered());
  useEffect(() => {
    const online = () => onceOnline();
    window.addEventListener("online", online);
    return () => window.removeEventListener("online", online);
  }, []);

  return {
    entries,
    scan: (scanned) => {
      lastId.current += 1;
      const entry: ScanEntry = {
        ...scanned,
        id: lastId.current,
        name: null,
        state: "sending",
        answer: null,
        problem: null,
        idempotencyKey: newIdempotencyKey("scan"),
      };
      setEntries((now) => [entry, ...now].slice(0, ENTRIES_MAX));
      return send(entry);
    },
    complete: (entry, more) => resend(entry, more),
    askForName: (entry) => put(entry.id, { action: "create", state: "naming", problem: null }),
    retry: (entry) => resend(entry),
    retryUnanswered,
    undo: async (entry) => {
      if (await undone(entry)) put(entry.id, { state: "undone" });
    },
  };
}

const isUnknown = (problem: Problem | null) => problem?.suggest === "create";

/** Takes one scan back, unless somebody has changed it since. */
async function undone({ answer }: ScanEntry): Promise<boolean> {
  if (!answer?.event_seq) return false;
  try {
    const { skipped } = await mutate(trpc.events.undo.mutationOptions(), { event_seqs: [answer.event_seq] });
    await queryClient.invalidateQueries();
    const [first] = skipped;
    if (!first) return true;
    showToast({ title: "It was not taken back.", text: first.detail, tone: "error" });
  } catch (error) {
    showProblem("It was not taken back.", error);
  }
  return false;
}
