import { api_keys } from "@stowage/db/schema/api-keys";
import { eq } from "drizzle-orm";
import type { Deps } from "../deps.ts";
import type { Alert } from "../notices/alert-words.ts";
import { alertsOfUses } from "../notices/alerts-of-uses.ts";
import { type NetworkUse, noteNetwork, unknownNetworks } from "../notices/new-networks.ts";
import type { NoticeDeps } from "../notices/notify-key-people.ts";
import { notRaisedYet, raiseAlert } from "../notices/raise-alert.ts";
import { repeatedRefusals } from "../notices/refusals.ts";
import type { Background } from "./background.ts";
import type { AfterWrite } from "./usage-meter.ts";

type AlertDeps = Pick<Deps, "database"> & NoticeDeps;

/**
 * Looks at each batch of written uses for what a key's people should know of (K52), off the requests' path. What a server
 * sees is judged by rows that all servers share, so each occasion is told once. Each key has a transaction of its own, and
 * one that fails does not hold up the others.
 */
export function createKeyAlerts(deps: AlertDeps, background: Background): AfterWrite {
  const { db } = deps.database;
  return async (uses) => {
    const networks = await unknownNetworks(db, uses);
    const alerts = await notRaisedYet(db, [...alertsOfUses(uses), ...(await repeatedRefusals(db, uses))]);
    const ids = new Set([...networks, ...alerts].map(({ api_key_id }) => api_key_id));
    for (const id of ids)
      await background.run("alerts of a key", () =>
        tellOfKey(deps, id, {
          networks: networks.filter(({ api_key_id }) => api_key_id === id),
          alerts: alerts.filter(({ api_key_id }) => api_key_id === id),
        }),
      );
  };
}

async function tellOfKey(
  deps: AlertDeps,
  id: string,
  { networks, alerts }: { networks: NetworkUse[]; alerts: Alert[] },
): Promise<void> {
  await deps.database.db.transaction(async (tx) => {
    const locked = await tx
      .select({ id: api_keys.id })
      .from(api_keys)
      .where(eq(api_keys.id, id))
      .for("no key update");
    if (locked.length === 0) return;
    for (const use of networks) {
      const alert = await noteNetwork(tx, use);
      if (alert) await raiseAlert(tx, deps, alert);
    }
    for (const alert of alerts) await raiseAlert(tx, deps, alert);
  });
}
