import { z } from "zod";
import { AuthMethod, Changes, EventType } from "./events.ts";
import { id, idRef } from "./ids.ts";
import { KeyUseOutcome } from "./key-usage.ts";
import { PageInput, pageOf } from "./lists.ts";
import { PROBLEMS, type ProblemCode } from "./problems.ts";
import { line } from "./text.ts";
import { Timestamp } from "./times.ts";

/** One entry of a key's log: a call that was made with it, or a change of the key itself. */
export const KeyLogEntry = z
  .strictObject({
    id: z.string(),
    kind: z.enum(["request", "event"]),
    created_at: Timestamp,
    type: EventType.nullable().describe("Of an event: what happened to the key, or what it changed."),
    subject_type: z.string().nullable().describe("Of an event: what kind of thing it is about."),
    subject_id: z.string().nullable(),
    subject_name: z.string().nullable().describe("As it was called at that time."),
    method: z.string().nullable(),
    endpoint: z.string().nullable(),
    status: z.int().nullable(),
    outcome: KeyUseOutcome.nullable(),
    code: z
      .enum(Object.keys(PROBLEMS) as ProblemCode[])
      .nullable()
      .describe("Why a call was refused."),
    auth_method: AuthMethod,
    actor_user_id: id("user").nullable(),
    actor_name: z.string().nullable(),
    on_behalf_of_user_id: id("user").nullable(),
    on_behalf_of_name: z.string().nullable(),
    ip: z.string().nullable(),
    user_agent: z.string().nullable(),
    request_id: z.string().nullable(),
    changes: Changes,
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "KeyLogEntry" });
export type KeyLogEntry = z.infer<typeof KeyLogEntry>;

export const ListKeyLog = PageInput.extend({
  id: idRef("api_key"),
  kind: z.enum(["request", "event"]).describe("Calls with the key, or changes of it.").optional(),
  outcome: KeyUseOutcome.describe("Only calls that ended so.").optional(),
  endpoint: line(200).describe("Only calls of this endpoint, such as `GET /bins`.").optional(),
  ip: line(45).describe("Only what came from this address.").optional(),
  since: Timestamp.describe("Only what happened at or after this time.").optional(),
  until: Timestamp.describe("Only what happened before this time.").optional(),
});
export type ListKeyLog = z.infer<typeof ListKeyLog>;

export const KeyLogPage = pageOf(KeyLogEntry);
