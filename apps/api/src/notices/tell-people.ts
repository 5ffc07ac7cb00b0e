import type { Transaction } from "@stowage/db/prepared";
import { assigneeIn, INVENTORY_KINDS, type InventoryKind, type ToldEvent } from "./inventory-words.ts";
import { type ActiveMember, activeMembers, channelsOf } from "./preferences.ts";
import { Telling, type TellingDeps, type ToldWorkspace } from "./telling.ts";

/**
 * Tells people what happened in a workspace, in the transaction that takes it off the queue: under the bell and by mail, as
 * each of them prefers. Of low stock and expiry every active member is told, whoever caused it; of a task the one it is given
 * to, unless they took it themselves; of a trigger that was turned off, owners and admins. Nothing is mailed of test (K25).
 */
export async function tellPeople(
  tx: Transaction,
  deps: TellingDeps,
  { workspace, events }: { workspace: ToldWorkspace; events: readonly ToldEvent[] },
): Promise<void> {
  if (events.length === 0) return;
  const members = await activeMembers(tx, workspace.organization_id);
  for (const kind of INVENTORY_KINDS) {
    const telling = new Telling(tx, deps, workspace, kind);
    for (const member of members) {
      const { app, mail } = channelsOf(member.kinds, kind.kind);
      const concerning = newestOfEach(events.filter((event) => concerns(kind, event, member)));
      if (concerning.length > 0 && (app || mail)) await telling.tell(member, concerning);
    }
    await telling.write();
  }
}

function concerns({ kind, types }: InventoryKind, event: ToldEvent, { id, role }: ActiveMember): boolean {
  if (!types.includes(event.type)) return false;
  if (kind === "triggers") return role === "owner" || role === "admin";
  if (kind !== "tasks") return true;
  const isOwnDoing = event.auth_method === "session" && event.actor_user_id === id;
  return assigneeIn(event) === id && !isOwnDoing;
}

/** A thing that crossed its minimum twice, or a task that was given away and back, is told of once. */
function newestOfEach(events: readonly ToldEvent[]): ToldEvent[] {
  return [...new Map(events.map((event) => [event.subject_id, event])).values()];
}
