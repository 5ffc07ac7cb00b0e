import { parseCode } from "@stowage/contract/codes";
import { CHECKS, type Check, ExplainCall, ExplainedCall } from "@stowage/contract/explain";
import { refuseBoundReach } from "../../bounds/refuse-bound-reach.ts";
import { checkNetwork } from "../../gate/network.ts";
import { rateLimited } from "../../gate/rate-limit-headers.ts";
import { budgetOf } from "../../gate/rate-limits.ts";
import { checkRole, checkScope } from "../../gate/rights.ts";
import { checkMayMake, organizationRules } from "../../grants/organization-rules.ts";
import { notFound, ProblemError } from "../../problems.ts";
import { checkMayRotate } from "../../rotation/may-rotate.ts";
import { withEnvironmentHint } from "../../surfaces/environment-hint.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { type FoundRoute, findRoute } from "../../trpc/find-route.ts";
import { ANY_CREDENTIAL_FREE, scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getBin } from "../bins/store.ts";
import { visibleLabel } from "../codes/policy.ts";
import { type StandingLabel, standingLabels } from "../codes/store.ts";
import { readDelivery } from "../deliveries/store.ts";
import { getImport } from "../imports/store.ts";
import { getItem } from "../items/store.ts";
import { getLocation } from "../locations/store.ts";
import { refuseBoundKey, refuseTestKey } from "../members/policy.ts";
import { getMember } from "../members/store.ts";
import { getOrganization } from "../organizations/store.ts";
import { getProject } from "../projects/store.ts";
import { checkMayReset } from "../sandbox/policy.ts";
import { getTask } from "../tasks/store.ts";
import { readTrigger } from "../triggers/store.ts";
import { statusOf } from "./policy.ts";
import { readApiKey, visibleTo } from "./store.ts";

/**
 * K27: runs the checks of a call in their order, up to the first that fails, without the call. Nothing is counted, and
 * nothing is logged but the question. What depends on the body, or on the state of what the path names, is not judged.
 */
export const explain = scoped(ANY_CREDENTIAL_FREE)
  .meta(rest("POST /api-keys/explain", "Explain whether a call would be allowed"))
  .input(ExplainCall)
  .output(ExplainedCall)
  .mutation(({ ctx, input }) => explainCall(ctx, input));

async function explainCall(ctx: ScopedContext, input: ExplainCall): Promise<ExplainedCall> {
  const checks: ExplainedCall["checks"] = [];
  const refused = await refusalOf(() => walk(ctx, input, (check) => checks.push({ check, ok: true })));
  if (!refused) return { allowed: true, checks };
  const refusal = await withEnvironmentHint(ctx.deps, ctx.call, refused);
  const check = CHECKS[checks.length] ?? "bounds";
  checks.push({ check, ok: false, code: refusal.problem, detail: refusal.message });
  return { allowed: false, checks };
}

/** Runs check after check, and says so of each that holds. */
async function walk(ctx: ScopedContext, input: ExplainCall, holds: (check: Check) => void): Promise<void> {
  const route = findRoute(ctx.deps.procedures, input.method, input.path);
  for (const check of CHECKS) {
    // Who is calling is not even asked by what is open to everybody.
    if (route.entry.access.kind !== "open") await RUN[check](ctx, route);
    holds(check);
  }
}

/** That this question came through the gate answers it: the same key, at the same moment, is let in as far as that. */
const alreadyPassed = () => undefined;

const RUN: Record<Check, (ctx: ScopedContext, route: FoundRoute) => unknown> = {
  route: alreadyPassed,
  credential: alreadyPassed,
  key_state: alreadyPassed,
  subject_state: alreadyPassed,
  network: ({ caller, call }) => checkNetwork(caller, call.exchange.ip),
  environment: alreadyPassed,
  rate_limit: checkBudget,
  scope: ({ deps, caller }, { entry }) => checkScope(deps, caller, entry.access),
  role: checkRoleAndRules,
  bounds: checkReach,
};

/** Whether one more call would be one too many. */
async function checkBudget({ deps, caller }: ScopedContext, { entry }: FoundRoute): Promise<void> {
  if (entry.access.kind === "any_credential" && entry.access.isFree) return;
  const { minute, hour } = await deps.rateLimits.look(budgetOf(caller));
  const usedUp = [hour, minute].find(({ remaining }) => remaining === 0);
  if (usedUp) throw rateLimited(usedUp);
}

/** What some procedures ask beyond scope and role; the verbs call the same functions. */
const RULES: Record<string, (ctx: ScopedContext) => unknown> = {
  "apiKeys.create": async ({ db, caller }) =>
    checkMayMake(caller, await organizationRules(db, caller.organization.id)),
  "sandbox.reset": ({ caller }) => checkMayReset(caller),
  "projects.create": ({ reach }) => refuseBoundReach(reach, "projects"),
  "triggers.create": ({ reach }) => refuseBoundReach(reach, "triggers"),
  "triggers.preview": ({ reach }) => refuseBoundReach(reach, "triggers"),
  "members.invite": ({ caller }) => {
    refuseTestKey(caller);
    refuseBoundKey(caller);
  },
};

async function checkRoleAndRules(ctx: ScopedContext, { entry }: FoundRoute): Promise<void> {
  checkRole(ctx.caller, entry.access);
  await RULES[entry.path]?.(ctx);
}

type LookUp = (ctx: ScopedContext, id: string) => Promise<unknown>;

/** Finds what a path's id names as the verbs do, by the first word of the path. */
const LOOK_UP: Record<string, LookUp> = {
  locations: ({ db, reach }, id) => getLocation(db, { reach, id }),
  bins: ({ db, reach }, id) => getBin(db, { reach, id }),
  items: ({ db, reach }, id) => getItem(db, { reach, id }),
  codes: (ctx, code) => reachedLabel(ctx, code),
  tasks: ({ db, reach }, id) => getTask(db, { reach, id }),
  projects: ({ db, reach }, id) => getProject(db, { reach, id }),
  triggers: ({ db, reach }, id) => readTrigger(db, reach, id),
  deliveries: ({ db, reach }, id) => readDelivery(db, reach, id),
  imports: ({ db, reach }, id) => getImport(db, { reach, id }),
  "api-keys": ({ db, caller }, id) => readApiKey(db, id, visibleTo(caller)),
  users: (ctx, id) => getMember({ ...ctx, organization_id: ctx.caller.organization.id }, id),
  organizations: ({ db, caller }, id) => getOrganization(db, caller, id),
};

/** What some procedures ask of the thing itself. */
const RULES_OF_THING: Record<string, LookUp> = {
  "codes.get": async (ctx, code) => visibleLabel(code, await reachedLabel(ctx, code)),
  "apiKeys.rotate": async ({ db, deps, caller }, id) => {
    const key = await readApiKey(db, id, visibleTo(caller));
    if (["active", "disabled"].includes(statusOf(key, deps.now())))
      await checkMayRotate(db, caller, key, deps.now());
  },
  "members.update": async ({ caller }) => refuseTestKey(caller),
  "members.remove": async ({ caller }) => refuseTestKey(caller),
  "organizations.update": async ({ caller }) => refuseTestKey(caller),
};

async function checkReach(ctx: ScopedContext, { entry, params }: FoundRoute): Promise<void> {
  const [, noun = ""] = entry.rest?.path.split("/") ?? [];
  const id = params.id ?? (params.code === undefined ? undefined : parseCode(params.code));
  // What is no id or code at all is refused as input, after the checks.
  if (!id || (params.id !== undefined && !entry.fields.id?.safeParse(id).success)) return;
  await LOOK_UP[noun]?.(ctx, id);
  await RULES_OF_THING[entry.path]?.(ctx, id);
}

/** The label, when the caller can reach it or what it stands on. */
async function reachedLabel({ db, caller, reach }: ScopedContext, code: string): Promise<StandingLabel> {
  const owner = { organization_id: caller.organization.id, reach };
  const label = (await standingLabels(db, owner, [code])).get(code);
  if (!label || label.is_hidden) throw notFound("label", code);
  return label;
}

async function refusalOf(work: () => Promise<void>): Promise<ProblemError | null> {
  try {
    await work();
    return null;
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown;
    throw thrown;
  }
}
