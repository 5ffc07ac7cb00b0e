import type { UndoEvents } from "@stowage/contract/events";
import { invalidField } from "../../problems.ts";

/** @throws validation_failed  whose doing it is must be said, and in one way */
export function checkOneSelection({ api_key_id, user_id, event_seqs }: Partial<UndoEvents>): void {
  const said = [api_key_id, user_id, event_seqs].filter((one) => one !== undefined);
  if (said.length === 1) return;
  throw invalidField("/api_key_id", "one_of", "Send one of api_key_id, user_id and event_seqs.");
}
