import {
  type KeptPreferences,
  NOTIFICATION_PREFERENCES_DEFAULT,
  NotificationPreferences,
  UpdateNotificationPreferences,
} from "@stowage/contract/notification-preferences";
import type { Transaction } from "@stowage/db/prepared";
import { users } from "@stowage/db/schema/identity";
import { notification_preferences } from "@stowage/db/schema/notices";
import { eq } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import type { SessionCaller } from "../../gate/caller.ts";
import { channelsOf } from "../../notices/preferences.ts";
import { localTime } from "../../notices/written-time.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getPreferences, ofPerson } from "./store.ts";

type Stored = typeof notification_preferences.$inferSelect;

/**
 * Changes how the person is told of things in this organization; `kinds` is merged. No key may: whoever has stolen one could
 * silence what tells of it. A digest that is turned on later in the day than its hour begins the day after.
 * @throws role_forbidden  the person is in no organization
 */
export const updatePreferences = sessionOnly()
  .meta(rest("PATCH /notifications/preferences", "Change notification preferences"))
  .input(UpdateNotificationPreferences)
  .output(NotificationPreferences)
  .mutation(({ ctx, input }) => changePreferences(ctx, input));

async function changePreferences(ctx: PersonContext, input: UpdateNotificationPreferences) {
  const { caller, deps } = ctx;
  if (caller.organization === null) throw caller.refusal;
  const person = { deps, caller };
  return ctx.db.transaction(async (tx) => {
    const before = await lockPreferences(tx, person);
    const digest = input.digest ?? before.digest;
    const digest_hour = input.digest_hour ?? before.digest_hour;
    const isTurnedOn = before.digest === "off" && digest === "daily";
    await tx
      .update(notification_preferences)
      .set({
        kinds: mergedKinds(before.kinds, input.kinds),
        digest,
        digest_hour,
        ...(isTurnedOn && { digest_on: await lastDigestDay(tx, person, { ...before, digest_hour }) }),
        updated_at: instantNow(deps),
      })
      .where(ofPerson(caller));
    return getPreferences(tx, person);
  });
}

interface Person {
  deps: PersonContext["deps"];
  caller: SessionCaller;
}

/** The person's row, made if there is none; two changes at once come one after the other. */
async function lockPreferences(tx: Transaction, { deps, caller }: Person): Promise<Stored> {
  const { digest, digest_hour } = NOTIFICATION_PREFERENCES_DEFAULT;
  await tx
    .insert(notification_preferences)
    .values({
      user_id: caller.user.id,
      organization_id: caller.organization.id,
      digest,
      digest_hour,
      updated_at: instantNow(deps),
    })
    .onConflictDoNothing();
  const [row] = await tx.select().from(notification_preferences).where(ofPerson(caller)).for("update");
  if (!row) throw new Error("the row was just made");
  return row;
}

/** Only kinds that were chosen are kept, so that a later default reaches whoever never did. */
function mergedKinds(
  before: Partial<KeptPreferences["kinds"]>,
  sent: UpdateNotificationPreferences["kinds"] = {},
): Partial<KeptPreferences["kinds"]> {
  const after = { ...before };
  for (const kind of Object.keys(sent) as (keyof typeof sent)[]) {
    // of a record by kind
    const { app, mail } = channelsOf(before, kind);
    after[kind] = { app: sent[kind]?.app ?? app, mail: sent[kind]?.mail ?? mail };
  }
  return after;
}

/** Today where the person lives once the hour is over, so that the first digest is tomorrow's. */
async function lastDigestDay(
  tx: Transaction,
  { deps, caller }: Person,
  { digest_on, digest_hour }: Pick<Stored, "digest_on" | "digest_hour">,
): Promise<string | null> {
  const [user] = await tx
    .select({ timezone: users.timezone })
    .from(users)
    .where(eq(users.id, caller.user.id));
  const { day, time } = localTime(deps.now(), user?.timezone ?? "UTC");
  return Number.parseInt(time, 10) >= digest_hour ? day : digest_on;
}
