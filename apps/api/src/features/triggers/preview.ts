import { PreviewTrigger, TriggerPreview } from "@stowage/contract/triggers";
import { refuseBoundReach } from "../../bounds/refuse-bound-reach.ts";
import { instantNow } from "../../deps.ts";
import { checkConditions, hold } from "../../rules/conditions.ts";
import { type Facts, factsOf } from "../../rules/facts.ts";
import { taskText } from "../../rules/firing.ts";
import { newestEvents, sampleFacts } from "../../rules/recent-events.ts";
import { webhookBody } from "../../rules/webhook-body.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { checkTemplates } from "./policy.ts";

/** As many events as a person looks through to see whether the conditions say what is meant. */
const RECENT_EVENTS = 20;
/** What a post says of a trigger that is not there yet. */
const UNMADE = { id: "trg_01h455vb4pex5vsknk084sn02q", name: "Preview" };

/**
 * What a trigger would do, told by the newest event that it would listen to; nothing is sent or written.
 * @throws role_forbidden  the key is bound to places
 * @throws validation_failed
 */
export const preview = scoped(["triggers:write", "events:read"])
  .meta(rest("POST /triggers/preview", "Preview a trigger"))
  .input(PreviewTrigger)
  .output(TriggerPreview)
  .mutation(({ ctx, input }) => previewOf(ctx, input));

async function previewOf(ctx: ScopedContext, input: PreviewTrigger): Promise<TriggerPreview> {
  const { db, deps, caller, reach, workspace_id } = ctx;
  refuseBoundReach(reach, "triggers");
  const { event_types: globs, conditions } = input;
  checkConditions(globs, conditions);
  const tasks = input.actions.filter((action) => action.type === "create_task");
  for (const [place, action] of input.actions.entries()) checkTemplates(action, `/actions/${place}`);
  const events = await newestEvents(db, { workspace_id, globs, limit: RECENT_EVENTS });
  const recent = await factsOf(db, workspace_id, events);
  const facts = recent[0] ?? sampleFacts(globs, instantNow(deps));
  return {
    sample: webhookBody({
      facts,
      trigger: UNMADE,
      organization_id: caller.organization.id,
      environment: caller.environment,
      passed_over: 0,
      test: false,
    }),
    is_made_up: recent.length === 0,
    matches: hold(conditions, facts),
    tasks: tasks.map((action) => taskText(action, facts)),
    recent: recent.map((one) => ({ ...shownEvent(one), matches: hold(conditions, one) })),
  };
}

function shownEvent({ event }: Facts) {
  const { seq, type, subject_type, subject_id, subject_name, created_at } = event;
  return { seq, type, subject_type, subject_id, subject_name, created_at };
}
