import { z } from "zod";
import { EVENT_TYPES, EventType } from "./events.ts";
import { id, idRef } from "./ids.ts";
import {
  TRIGGER_ACTIONS_MAX,
  TRIGGER_CONDITIONS_MAX,
  TRIGGER_EVENT_TYPES_MAX,
  WEBHOOK_HEADERS_MAX,
} from "./limits.ts";
import { PageInput, pageOf, sortOf } from "./lists.ts";
import { TaskPriority } from "./tasks.ts";
import { block, line } from "./text.ts";
import { Timestamp } from "./times.ts";
import { TriggerCondition } from "./trigger-fields.ts";
import { IfVersion, Version } from "./versions.ts";

/** Whether an event's type is one that a glob such as `item.*` names. */
export function globMatches(glob: string, type: string): boolean {
  if (glob === "*") return true;
  return glob.endsWith(".*") ? type.startsWith(glob.slice(0, -1)) : type === glob;
}

/** The kinds of things that events of these types happen to. */
export function familiesOf(globs: readonly string[]): string[] {
  const types = EVENT_TYPES.filter((type) => globs.some((glob) => globMatches(glob, type)));
  return [...new Set(types.map((type) => type.slice(0, type.indexOf("."))))];
}

/** `item.low_stock`, `item.*`, or `*` for all. */
const EventGlob = z
  .string()
  .regex(/^(\*|[a-z_]+\.([a-z_]+|\*))$/, "Expected a type such as item.low_stock, item.* or *")
  .refine((glob) => EVENT_TYPES.some((type) => globMatches(glob, type)), { error: "No event is called so." });

/** A name and value of HTTP; the names that say how a request is framed or signed are ours. */
const OUR_HEADERS =
  /^(host|content-.*|connection|transfer-encoding|te|trailer|upgrade|keep-alive|expect|proxy-.*|webhook-.*)$/;
const HeaderName = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/, "Expected the name of a header, such as Authorization.")
  .refine((name) => !OUR_HEADERS.test(name.toLowerCase()), { error: "This header is set by the server." });
const HeaderValue = z.string().regex(/^[\t\x20-\x7e]{0,2000}$/, "Expected visible ASCII.");

const headersOf = <Value extends z.ZodType>(value: Value) =>
  z.record(HeaderName, value).refine((headers) => Object.keys(headers).length <= WEBHOOK_HEADERS_MAX, {
    error: `At most ${WEBHOOK_HEADERS_MAX} headers.`,
  });

/** Where a webhook may go as far as its text tells; its address is judged at each attempt. */
const WebhookUrl = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .refine((url) => URL.canParse(url) && new URL(url).username === "" && new URL(url).password === "", {
    error: "Send credentials in a header, not in the address.",
  });

const Template = (max: number) =>
  line(max).describe(
    "Text with look-ups such as `{{subject.name}}` and `{{data.missing}}`; nothing in it runs.",
  );

const CREATE_TASK = {
  type: z.literal("create_task"),
  title_template: Template(200),
  description_template: block(2_000).describe("As the title."),
  priority: TaskPriority,
  assignee_id: idRef("user").nullable().describe("A member of the organization."),
  due_in_days: z.int().min(0).max(365).nullable(),
  close_when_resolved: z
    .boolean()
    .describe("For what ran low: the task follows how much is missing, and is done once the stock is back."),
};

/** What a trigger does, as it is sent. An `id` of before keeps that action's secret, and while the address
 * has the same origin the headers that are sent as null. */
export const TriggerActionInput = z.discriminatedUnion("type", [
  z.strictObject({
    id: idRef("trigger_action").optional(),
    type: z.literal("webhook"),
    url: WebhookUrl,
    headers: headersOf(HeaderValue.nullable())
      .describe("Sent with each post; null keeps a value while scheme, host and port stay.")
      .default({}),
  }),
  z.strictObject({
    id: idRef("trigger_action").optional(),
    ...CREATE_TASK,
    description_template: CREATE_TASK.description_template.default(""),
    priority: CREATE_TASK.priority.default("normal"),
    assignee_id: CREATE_TASK.assignee_id.default(null),
    due_in_days: CREATE_TASK.due_in_days.default(null),
    close_when_resolved: CREATE_TASK.close_when_resolved.default(false),
  }),
]);
export type TriggerActionInput = z.infer<typeof TriggerActionInput>;

/** What a trigger does, as it is shown: values of headers are never, and secrets only as they are made. */
export const TriggerAction = z.discriminatedUnion("type", [
  z.strictObject({
    id: id("trigger_action"),
    type: z.literal("webhook"),
    url: z
      .string()
      .describe("Whole for callers with `triggers:write`; for others its origin, followed by `/…`."),
    headers: z.record(z.string(), z.null()).describe("Their names; the values are kept and never shown."),
    secret: z
      .string()
      .describe("What the posts are signed with (`whsec_…`), in the one answer that makes it.")
      .optional(),
    previous_secret_until: Timestamp.nullable().describe(
      "Until then posts are signed with the former secret too.",
    ),
  }),
  z.strictObject({ id: id("trigger_action"), ...CREATE_TASK }),
]);
export type TriggerAction = z.infer<typeof TriggerAction>;
export type WebhookAction = Extract<TriggerAction, { type: "webhook" }>;
export type CreateTaskAction = Extract<TriggerAction, { type: "create_task" }>;

/** When something happens, and it is like this, then do that. */
export const Trigger = z
  .strictObject({
    id: id("trigger"),
    name: z.string(),
    enabled: z.boolean(),
    disabled_reason: z
      .enum(["person", "failures"])
      .nullable()
      .describe("Why it is off: somebody turned it off, or its deliveries failed 20 times in a row."),
    event_types: z.array(z.string()),
    conditions: z.array(TriggerCondition),
    actions: z.array(TriggerAction),
    throttle_seconds: z.int().min(0),
    failures_in_a_row: z.int().min(0),
    fired_count: z.int().min(0),
    last_fired_at: Timestamp.nullable(),
    created_by: id("user").nullable(),
    version: Version,
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({ id: "Trigger" });
export type Trigger = z.infer<typeof Trigger>;

const TriggerFields = {
  name: line(100),
  enabled: z.boolean(),
  event_types: z
    .array(EventGlob)
    .min(1)
    .max(TRIGGER_EVENT_TYPES_MAX)
    .describe("Types of events: `item.low_stock`, `item.*`, `*`."),
  conditions: z.array(TriggerCondition).max(TRIGGER_CONDITIONS_MAX).describe("All must hold."),
  actions: z.array(TriggerActionInput).min(1).max(TRIGGER_ACTIONS_MAX),
  throttle_seconds: z
    .int()
    .min(0)
    .max(86_400)
    .describe("After firing it rests so long; what it let pass meanwhile is counted in the next post."),
};

export const CreateTrigger = z.strictObject({
  ...TriggerFields,
  enabled: TriggerFields.enabled.default(true),
  conditions: TriggerFields.conditions.default([]),
  throttle_seconds: TriggerFields.throttle_seconds.default(0),
});
export type CreateTrigger = z.infer<typeof CreateTrigger>;

export const TriggerRef = z.strictObject({ id: idRef("trigger") });
export const UpdateTrigger = z.strictObject({
  ...TriggerRef.shape,
  ...z.strictObject(TriggerFields).partial().shape,
  if_version: IfVersion,
});
export type UpdateTrigger = z.infer<typeof UpdateTrigger>;
export const RemoveTrigger = z.strictObject({ ...TriggerRef.shape, if_version: IfVersion });
export type RemoveTrigger = z.infer<typeof RemoveTrigger>;

export const ListTriggers = PageInput.extend({
  sort: sortOf(["created_at", "updated_at", "name"]).default("name"),
  enabled: z.boolean().describe("Only triggers that are on, or off.").optional(),
  q: line(200).describe("Part of a name.").optional(),
});
export type ListTriggers = z.infer<typeof ListTriggers>;
export const TriggerPage = pageOf(Trigger);
export type TriggerPage = z.infer<typeof TriggerPage>;

/** Longest that a rotated-out secret still signs: 7 days. */
const SECRET_OVERLAP_SECONDS_MAX = 604_800;

export const RotateTriggerSecret = z.strictObject({
  ...TriggerRef.shape,
  action_id: idRef("trigger_action")
    .describe("Which webhook; without it, the trigger's only one.")
    .optional(),
  grace_seconds: z
    .int()
    .min(0)
    .max(SECRET_OVERLAP_SECONDS_MAX)
    .default(86_400)
    .describe("For so long posts are signed with the former secret too."),
});
export type RotateTriggerSecret = z.infer<typeof RotateTriggerSecret>;

/** The body of a webhook, in the shape that Standard Webhooks recommends. */
export const WebhookBody = z
  .strictObject({
    type: EventType,
    timestamp: Timestamp.describe("When it happened."),
    data: z.strictObject({
      event: z
        .record(z.string(), z.unknown())
        .describe("As `GET /events` gives it, without the address it came from."),
      subject: z
        .record(z.string(), z.unknown())
        .nullable()
        .describe("What it happened to, as it was then as far as the event tells, else as it was found."),
      trigger: z.strictObject({ id: id("trigger"), name: z.string() }),
      organization_id: id("organization"),
      environment: z.enum(["live", "test"]),
      passed_over: z
        .int()
        .min(0)
        .describe("How often it was let pass since the last post, by `throttle_seconds`."),
      test: z.boolean().describe("Somebody pressed the test button."),
    }),
  })
  .meta({ id: "WebhookBody" });
export type WebhookBody = z.infer<typeof WebhookBody>;

export const PreviewTrigger = z.strictObject({
  event_types: TriggerFields.event_types,
  conditions: TriggerFields.conditions.default([]),
  actions: z.array(TriggerActionInput).max(TRIGGER_ACTIONS_MAX).default([]),
});
export type PreviewTrigger = z.infer<typeof PreviewTrigger>;

const PreviewedEvent = z.strictObject({
  seq: z.int().min(1),
  type: EventType,
  subject_type: z.string(),
  subject_id: z.string(),
  subject_name: z.string(),
  created_at: Timestamp,
  matches: z.boolean().describe("Whether the conditions hold."),
});

/** What a trigger would do; nothing is sent or written. */
export const TriggerPreview = z
  .strictObject({
    sample: WebhookBody.describe("The newest such event, or a made-up one while there is none."),
    is_made_up: z.boolean(),
    matches: z.boolean(),
    tasks: z.array(z.strictObject({ title: z.string(), description: z.string() })),
    recent: z.array(PreviewedEvent).describe("The newest 20 events of these types."),
  })
  .meta({ id: "TriggerPreview" });
export type TriggerPreview = z.infer<typeof TriggerPreview>;

export const TestTrigger = z.strictObject({
  ...TriggerRef.shape,
  event_seq: z
    .int()
    .min(1)
    .describe("Which event to tell; without it, the newest that it listens to.")
    .optional(),
});
export type TestTrigger = z.infer<typeof TestTrigger>;
