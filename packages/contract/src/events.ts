import { z } from "zod";
import { id, idRef } from "./ids.ts";
import { PageInput, pageOf } from "./lists.ts";
import { Timestamp } from "./times.ts";

export const EVENT_TYPES = [
  "location.created",
  "location.updated",
  "location.moved",
  "location.deleted",
  "bin.created",
  "bin.updated",
  "bin.moved",
  "bin.deleted",
  "bin.restored",
  "item.created",
  "item.updated",
  "item.quantity_changed",
  "item.moved",
  "item.deleted",
  "item.restored",
  "item.low_stock",
  "item.restocked",
  "item.expiring",
  "code.reserved",
  "code.claimed",
  "code.released",
  "task.created",
  "task.updated",
  "task.completed",
  "task.deleted",
  "project.created",
  "project.updated",
  "project.deleted",
  "project.reserved",
  "project.released",
  "project.consumed",
  "trigger.created",
  "trigger.updated",
  "trigger.deleted",
  "trigger.secret_rotated",
  "trigger.disabled",
  "import.completed",
  "trash.purged",
  "api_key.created",
  "api_key.updated",
  "api_key.revoked",
  "api_key.rotated",
  "api_key.rotation_activated",
  "api_key.rotation_finished",
  "api_key.rotation_cancelled",
  "api_key.renewed",
  "api_key.expiring",
  "api_key.expired",
  "api_key.used_from_new_network",
  "api_key.authentication_failed",
  "api_key.quota_reached",
  "api_key.rotated_secret_used",
  "api_key.dead_key_used",
  "api_key.exposed",
  "hand_over.approved",
  "hand_over.refused",
  "member.invited",
  "member.joined",
  "member.updated",
  "member.removed",
  "organization.created",
  "organization.updated",
  "sandbox.reset",
] as const;

export const EventType = z.enum(EVENT_TYPES);
export type EventType = z.infer<typeof EventType>;

export const AuthMethod = z.enum(["session", "api_key", "system"]);
export type AuthMethod = z.infer<typeof AuthMethod>;

/** `{ field: { old, new } }` for each field that a change touched. */
export const Changes = z.record(z.string(), z.strictObject({ old: z.unknown(), new: z.unknown() }));
export type Changes = z.infer<typeof Changes>;

/** One thing that happened, written with the change itself. `seq` has no gaps within a workspace. */
export const Event = z
  .strictObject({
    id: id("event"),
    seq: z.int().min(1),
    type: EventType,
    subject_type: z.string(),
    subject_id: z.string(),
    subject_name: z.string(),
    actor_user_id: id("user").nullable(),
    actor_name: z.string().nullable(),
    on_behalf_of_user_id: id("user")
      .nullable()
      .describe("The user whose rights a key used, when not its maker."),
    auth_method: AuthMethod,
    api_key_id: id("api_key").nullable(),
    api_key_name: z.string().nullable(),
    ip: z.string().nullable(),
    request_id: z.string().nullable(),
    endpoint: z.string().nullable(),
    trigger_id: id("trigger").nullable().describe("The trigger whose action did it."),
    trigger_depth: z
      .int()
      .min(0)
      .describe(
        "0 for what people, scripts and the server do; 1 for what a trigger did after that, and so on.",
      ),
    changes: Changes,
    data: z.record(z.string(), z.unknown()),
    undone_by: z
      .int()
      .min(1)
      .nullable()
      .describe("The `seq` of the event that put it back; null while it holds."),
    created_at: Timestamp,
  })
  .meta({ id: "Event" });
export type Event = z.infer<typeof Event>;

/** Longest that a list of events waits for one. */
const EVENTS_WAIT_SECONDS_MAX = 30;

export const ListEvents = PageInput.extend({
  after: z
    .int()
    .min(0)
    .describe("Only events with a higher `seq`, oldest first. Without it, newest first.")
    .optional(),
  type: z
    .string()
    .regex(/^[a-z_]+\.([a-z_]+|\*)$/, "Expected a type such as item.updated or item.*")
    .describe("Only events of this type, such as `item.updated`, or `item.*` for all of items.")
    .optional(),
  subject_id: z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,64}$/)
    .optional(),
  api_key_id: idRef("api_key").optional(),
  user_id: idRef("user").optional(),
  since: Timestamp.describe("Only what happened at or after this time.").optional(),
  wait: z
    .int()
    .min(0)
    .max(EVENTS_WAIT_SECONDS_MAX)
    .describe("Seconds to wait for such an event while there is none: with `after`, for the next.")
    .optional(),
});
export type ListEvents = z.infer<typeof ListEvents>;

/** Longest life that a stream of events may be given. */
const STREAM_SECONDS_MAX = 86_400;

export const StreamEvents = ListEvents.pick({
  type: true,
  subject_id: true,
  api_key_id: true,
  user_id: true,
}).extend({
  after: z
    .int()
    .min(0)
    .describe(
      "Begin after this `seq`; `Last-Event-ID` goes before it. Without either, begin with what comes.",
    )
    .optional(),
  limit_seconds: z
    .int()
    .min(0)
    .max(STREAM_SECONDS_MAX)
    .describe("End after so many seconds; 0 for what there is. Without it, the stream has no end.")
    .optional(),
});
export type StreamEvents = z.infer<typeof StreamEvents>;

export const EventPage = pageOf(Event);
export type EventPage = z.infer<typeof EventPage>;

/** Most events that one undo looks at; a longer story is undone in parts, by `since`. */
export const UNDO_EVENTS_MAX = 10_000;

/**
 * Whose doing is to be put back: a key's, a person's, or the events named; exactly one of the three. `since` leaves out
 * what happened before it.
 */
export const UndoEvents = z.strictObject({
  api_key_id: idRef("api_key").optional(),
  user_id: idRef("user").optional().describe("What the person did signed in; what their keys did is theirs."),
  event_seqs: z.array(z.int().min(1)).min(1).max(1_000).optional(),
  since: Timestamp.optional(),
  dry_run: z.boolean().default(false).describe("Say what would happen, and change nothing."),
});
export type UndoEvents = z.infer<typeof UndoEvents>;

/** Why an event was not put back. */
export const UndoSkipReason = z.enum([
  "changed_since",
  "already_undone",
  "not_undoable",
  "not_empty",
  "place_gone",
  "name_taken",
  "not_enough_stock",
  "limit_reached",
  "gone",
]);
export type UndoSkipReason = z.infer<typeof UndoSkipReason>;

const UndoneSubject = {
  seq: z.int().min(1),
  type: EventType,
  subject_type: z.string(),
  subject_id: z.string(),
  subject_name: z.string(),
};

/** What was put back, or would be, and what was not, with the reason. */
export const UndoneEvents = z
  .strictObject({
    undone: z.array(
      z.strictObject({
        ...UndoneSubject,
        changes: Changes.describe("What putting it back changes, or would change."),
      }),
    ),
    skipped: z.array(z.strictObject({ ...UndoneSubject, reason: UndoSkipReason, detail: z.string() })),
    dry_run: z.boolean(),
  })
  .meta({ id: "UndoneEvents" });
export type UndoneEvents = z.infer<typeof UndoneEvents>;
