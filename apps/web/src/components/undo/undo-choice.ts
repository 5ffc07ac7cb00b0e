import type { UndoEvents } from "@stowage/contract/events";

type Selection = Omit<UndoEvents, "dry_run">;

/** Whose doing is to be undone. */
export type Whose =
  | { kind: "event"; seq: number; name: string }
  | { kind: "key"; id: string; name: string }
  | { kind: "person"; id: string; name: string };

/** How far back, in minutes; `all` has no beginning, `moment` is typed in. */
export const SINCE_OPTIONS = [
  { value: "15", label: "In the last 15 minutes" },
  { value: "60", label: "In the last hour" },
  { value: "1440", label: "In the last 24 hours" },
  { value: "10080", label: "In the last 7 days" },
  { value: "all", label: "Ever" },
  { value: "moment", label: "Since a moment…" },
] as const;
export type SinceChoice = (typeof SINCE_OPTIONS)[number]["value"];

const MINUTE_MS = 60_000;

/** The moment that a choice means, `null` for no beginning, `undefined` while it is not said. */
export function sinceOf(choice: SinceChoice, typed: string, nowMs: number): string | null | undefined {
  if (choice === "all") return null;
  if (choice !== "moment") return new Date(nowMs - Number(choice) * MINUTE_MS).toISOString();
  const moment = typed === "" ? Number.NaN : Date.parse(typed);
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}

/** What the server is asked to undo. */
export function selectionOf(whose: Whose, since: string | null): Selection {
  const from = since === null ? {} : { since };
  switch (whose.kind) {
    case "event":
      return { event_seqs: [whose.seq] };
    case "key":
      return { api_key_id: whose.id, ...from };
    case "person":
      return { user_id: whose.id, ...from };
  }
}

/** The question of the dialog. */
export function undoTitle(whose: Whose): string {
  switch (whose.kind) {
    case "event":
      return `Undo what happened to ${whose.name}?`;
    case "key":
      return `Undo what the key ${whose.name} did`;
    case "person":
      return `Undo what ${whose.name} did`;
  }
}
