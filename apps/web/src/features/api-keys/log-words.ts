import type { ProblemCode } from "@stowage/contract/problems";
import { wordsOf } from "../../components/events/event-words.ts";
import type { Outputs } from "../../lib/trpc.ts";

/** An entry as it arrives in the browser. */
export type LogEntry = Outputs["apiKeys"]["log"]["data"][number];

/** An entry that tells of a change, not of a call. */
export type LoggedEvent = LogEntry & { type: NonNullable<LogEntry["type"]> };

/** An event of a key's log as a sentence: "Ada rotated this key", "It was used from a new network". */
export function eventSentence(entry: LoggedEvent): string {
  const { type, auth_method, actor_name } = entry;
  // An entry does not say which thing it was about; the activity does.
  const { verb, state } = wordsOf({ ...entry, subject_id: "" });
  const isOfKey = type.startsWith("api_key.");
  const isOwnDeed = auth_method === "api_key";
  if (state) return `${isOfKey ? "It" : thingOf(type)} ${state}`;
  const actor = isOwnDeed ? "It" : (actor_name ?? "Stowage");
  const deed = verb
    .replace("the API key", isOwnDeed ? "an API key" : "this key")
    .replace(/\bthe (bin|location|member)\b/, "a $1");
  return type.startsWith("item.") ? `${actor} ${deed} an item` : `${actor} ${deed}`;
}

function thingOf(type: string): string {
  const noun = type.split(".")[0] ?? "";
  return /^[aeiou]/.test(noun) ? `An ${noun}` : `A ${noun}`;
}

/** Why a call was refused, in the words of its code: `insufficient_scope` → "insufficient scope". */
export function codeWords(code: ProblemCode): string {
  return code.replaceAll("_", " ");
}
