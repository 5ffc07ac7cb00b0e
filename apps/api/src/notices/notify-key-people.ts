import type { EventType } from "@stowage/contract/events";
import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { api_keys } from "@stowage/db/schema/api-keys";
import { memberships, users } from "@stowage/db/schema/identity";
import { notification_preferences, notifications } from "@stowage/db/schema/notices";
import { and, eq, inArray, or } from "drizzle-orm";
import { type Deps, instantNow } from "../deps.ts";
import { enqueueMail } from "../mail/enqueue-mail.ts";
import { channelsOf, isActiveMember, ownPreferences } from "./preferences.ts";

/** Something that a key's people should know of, once its event is recorded. */
export interface KeyNews {
  api_key_id: string;
  type: EventType;
  event_seq: number;
  /** One short line; also the mail's subject. */
  title: string;
  /** Whole sentences: what happened and what can be done; where they name a time, by the reader's time zone. */
  body: string | ((timeZone: string) => string);
}

export type NoticeDeps = Pick<Deps, "config" | "sealer" | "jobs" | "now" | "publicUrl">;

/**
 * Tells a key's people, in the transaction of the event: the user it acts as and its maker, as far as they are active
 * members, else the organization's admins and owners. Each gets a notification and, for a live key, a mail (K25: nothing
 * goes out from test), as far as they want either, with times in their own time zone.
 */
export async function notifyKeyPeople(tx: Transaction, deps: NoticeDeps, news: KeyNews): Promise<void> {
  const { people, key } = await peopleOf(tx, news.api_key_id);
  if (!key) return;
  const created_at = instantNow(deps);
  const { type, event_seq, title } = news;
  const rung = people.filter(({ kinds }) => channelsOf(kinds, "api_keys").app);
  if (rung.length > 0)
    await tx.insert(notifications).values(
      rung.map((person) => ({
        id: newId("notification"),
        user_id: person.id,
        organization_id: key.organization_id,
        workspace_id: key.workspace_id,
        type,
        event_seq,
        subject_type: "api_key",
        subject_id: key.id,
        subject_name: key.name,
        title,
        body: bodyFor(person, news),
        created_at,
      })),
    );
  if (key.environment === "test") return;
  for (const person of people.filter(({ kinds }) => channelsOf(kinds, "api_keys").mail))
    await enqueueMail(tx, deps, {
      to: person.email,
      subject: title,
      text: [
        `Hello ${person.name},`,
        bodyFor(person, news),
        `The key's page: ${deps.publicUrl()}/settings/api-keys/${key.id}`,
        `You are told because ${reasonOf(person, key)}.`,
      ].join("\n\n"),
    });
}

async function peopleOf(tx: Transaction, api_key_id: string) {
  const rows = await tx
    .select({
      key: {
        id: api_keys.id,
        name: api_keys.name,
        environment: api_keys.environment,
        organization_id: api_keys.organization_id,
        workspace_id: api_keys.workspace_id,
        acts_as: api_keys.acts_as,
        created_by: api_keys.created_by,
      },
      person: {
        id: users.id,
        name: users.name,
        email: users.email,
        timezone: users.timezone,
        kinds: notification_preferences.kinds,
      },
    })
    .from(api_keys)
    .innerJoin(memberships, eq(memberships.organization_id, api_keys.organization_id))
    .innerJoin(users, eq(users.id, memberships.user_id))
    .leftJoin(notification_preferences, ownPreferences)
    .where(
      and(
        eq(api_keys.id, api_key_id),
        isActiveMember,
        or(
          eq(users.id, api_keys.acts_as),
          eq(users.id, api_keys.created_by),
          inArray(memberships.role, ["owner", "admin"]),
        ),
      ),
    )
    .orderBy(users.id);
  const own = rows.filter(({ key, person }) => person.id === key.acts_as || person.id === key.created_by);
  const told = own.length > 0 ? own : rows;
  return { key: rows[0]?.key, people: told.map(({ person }) => person) };
}

function bodyFor({ timezone }: { timezone: string }, { body }: KeyNews): string {
  return typeof body === "string" ? body : body(timezone);
}

function reasonOf(person: { id: string }, key: { acts_as: string; created_by: string | null }): string {
  if (person.id === key.acts_as) return "the key acts as you";
  if (person.id === key.created_by) return "you made the key";
  return "the key's own people are no longer here, and you manage its organization";
}
