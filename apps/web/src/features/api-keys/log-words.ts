import type { ProblemCode } from "@stowage/contract/problems";
import { wordsOf } from "../../components/events/event-words.ts";
import type { Outputs } from "../../lib/trpc.ts";

/** An entry as it arrives in the browser. */
export type LogEntry = Outputs["apiKeys"]["log"]["data"][number];

type OfEvent = "type" | "subject_type" | "subject_id" | "subject_name";

/** An entry that tells of a change, not of a call. */
export type LoggedEvent = LogEntry & { [Field in OfEvent]: NonNullable<LogEntry[Field]> };

export function isEvent(entry: LogEntry): entry is LoggedEvent {
  return entry.type !== null && entry.subject_id !== null;
}

/** An event of a key's log as a sentence: "Ada rotated this key", "It added the bin Fasteners". */
export function eventSentence(entry: LoggedEvent, keyId: string): string {
  const { subject_id, subject_name } = entry;
  const { verb, state, isWhole } = wordsOf(entry);
  const isOfThisKey = subject_id === keyId;
  if (state) return `${isOfThisKey ? "It" : subject_name} ${state}`;
  const actor = actorOf(entry, isOfThisKey);
  if (isOfThisKey) return `${actor} ${verb.replace("the API key", "this key")}`;
  return isWhole ? `${actor} ${verb}` : `${actor} ${verb} ${subject_name}`;
}

/** What was done with a key to this one may have been done with another. */
function actorOf({ auth_method, actor_name }: LoggedEvent, isOfThisKey: boolean): string {
  if (auth_method !== "api_key") return actor_name ?? "Stowage";
  return isOfThisKey ? `A key of ${actor_name ?? "a former member"}` : "It";
}

/** Why a call was refused, in the words of its code: `insufficient_scope` → "insufficient scope". */
export function codeWords(code: ProblemCode): string {
  return code.replaceAll("_", " ");
}
