import type { Deps } from "../deps.ts";
import { removeOldNotices } from "../notices/remove-old-notices.ts";
import { DeliveryJobs } from "./delivery-jobs.ts";
import { createDigests } from "./digests.ts";
import { EventJobs } from "./event-jobs.ts";
import { ItemExpiry } from "./item-expiry.ts";
import { KeyExpiry } from "./key-expiry.ts";
import { createMailOutbox } from "./mail-outbox.ts";
import {
  removeEndedCredentials,
  removeEndedDeliveries,
  removeEndedHandOvers,
  removeOldAnswers,
  removeOldCalls,
  removeOldEvents,
  removeOldImports,
  removeOldUsage,
} from "./retention.ts";
import { startSweep } from "./sweep.ts";
import { emptyOldTrash } from "./trash.ts";

/** What a server does by itself, as time passes. */
export interface Workers {
  /** Does at once what may have become due while no server ran. */
  begin(): void;
  /** Some server has put mail into the outbox. */
  mailAnnounced(): void;
  /** Some server has made jobs. */
  jobsAnnounced(): void;
  /** Finishes what is in hand; the rest is for whichever server runs next. */
  close(): Promise<void>;
}

export function startWorkers(deps: Deps): Workers {
  const { background, sessions } = deps;
  const outbox = createMailOutbox(deps);
  const expiry = new KeyExpiry(deps, background);
  const itemExpiry = new ItemExpiry(deps, background);
  const digests = createDigests(deps);
  const events = new EventJobs(deps);
  const deliveries = new DeliveryJobs(deps);
  const stopSweep = startSweep(
    {
      sessions: () => sessions.removeExpired(),
      notices: () => removeOldNotices(deps),
      calls: () => removeOldCalls(deps),
      usage: () => removeOldUsage(deps),
      events: () => removeOldEvents(deps),
      deliveries: () => removeEndedDeliveries(deps),
      imports: () => removeOldImports(deps),
      credentials: () => removeEndedCredentials(deps),
      "hand-overs": () => removeEndedHandOvers(deps),
      answers: () => removeOldAnswers(deps),
      trash: () => emptyOldTrash(deps),
    },
    background,
  );
  return {
    begin() {
      expiry.start();
      itemExpiry.start();
      digests?.start();
      outbox?.kick();
      events.kick();
      deliveries.begin();
    },
    mailAnnounced: () => outbox?.kick(),
    jobsAnnounced() {
      events.kick();
      deliveries.kick();
    },
    async close() {
      stopSweep();
      await expiry.close();
      await itemExpiry.close();
      await digests?.close();
      await events.close();
      await deliveries.close();
      await outbox?.close();
    },
  };
}
