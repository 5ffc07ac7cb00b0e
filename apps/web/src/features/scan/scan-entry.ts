import type { Problem } from "@stowage/contract/problems";
import type { ScanAction, ScanAnswer } from "@stowage/contract/scan";
import { formatNumber } from "../../lib/format.ts";

/** One thing that was scanned, and what became of it. */
export interface ScanEntry {
  id: number;
  code: string;
  action: ScanAction;
  /** How many, as it was set when it was scanned. */
  quantity: number | null;
  /** The label of where it goes, and its name. */
  to: { code: string; name: string } | null;
  /** What a new item is called. */
  name: string | null;
  /** Waits for an answer · for a number · for a name · is done · was taken back · did not work. */
  state: "sending" | "counting" | "naming" | "done" | "undone" | "failed";
  answer: ScanAnswer | null;
  /** Why it did not work; null where no answer came. */
  problem: Problem | null;
  /** Says so to the server when it is sent again, so that nothing counts twice. */
  idempotencyKey: string;
}

export const SCAN_MODES: readonly { value: ScanAction; label: string; hint: string }[] = [
  { value: "lookup", label: "Look up", hint: "Scan anything to see what it is and where it lies." },
  { value: "add", label: "Add", hint: "Each scan adds to what is there." },
  { value: "remove", label: "Take", hint: "Each scan takes from what is there." },
  { value: "count", label: "Count", hint: "Scan an item, then say how many there are." },
  {
    value: "move",
    label: "Move to",
    hint: "Scan where to first, a bin or a place; then all that goes there.",
  },
  { value: "create", label: "New item", hint: "Scan a barcode that nothing has yet, then name it." },
];

/** What became of it, in a sentence. */
export function sentenceOf(entry: ScanEntry): string {
  const { answer, problem, state } = entry;
  if (state === "sending") return "One moment…";
  if (state === "failed")
    // Where a value is wrong, its own sentence says more than the one that counts them.
    return (
      problem?.errors?.[0]?.message ?? problem?.detail ?? "The server cannot be reached. It is kept here."
    );
  if (state === "naming") return "Nothing has this code yet. What is it?";
  if (!answer) return "";
  const { target, item } = answer;
  if (state === "undone") return `Taken back: ${target.name}`;
  if (state === "counting") return `${target.name}: how many are there?`;
  if (!item) return `${{ bin: "Bin", item: "Item", location: "Place" }[target.type]} ${target.name}`;
  return `${target.name}: ${doneWords(entry)}${formatNumber(item.quantity)} ${item.unit}`;
}

function doneWords({ action, answer, quantity, to }: ScanEntry): string {
  switch (answer?.action) {
    case "add":
      return `+${formatNumber(quantity ?? 1)}, now `;
    case "remove":
      return `−${formatNumber(quantity ?? 1)}, now `;
    case "count":
      return "counted, ";
    case "move":
      return `moved to ${to?.name ?? "its new place"}, `;
    case "create":
      return "added, ";
    default:
      return action === "lookup" ? "" : "here already, ";
  }
}

/** Whether sending it again must be known as the same try: no answer came, so it may have worked. */
export const mayHaveWorked = ({ problem }: ScanEntry): boolean => problem === null || problem.status >= 500;

/** No answer came: it waits here until one does. */
export const isUnanswered = ({ state, problem }: ScanEntry): boolean =>
  state === "failed" && problem === null;
