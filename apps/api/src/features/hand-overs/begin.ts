import { newHandOverCodes } from "@stowage/auth/hand-over-codes";
import {
  BeginHandOver,
  BegunHandOver,
  HAND_OVER_INTERVAL_SECONDS,
  HAND_OVER_MINUTES,
  shownUserCode,
} from "@stowage/contract/hand-overs";
import { newId } from "@stowage/db/new-id";
import { hand_overs } from "@stowage/db/schema/hand-overs";
import { rejectForeignPages } from "../../gate/csrf.ts";
import type { OpenContext } from "../../trpc/context.ts";
import { open } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { wishedScopes } from "./policy.ts";
import { checkRoom } from "./store.ts";

/** A user code is drawn from 25,600 million, so that even one clash with a code of the last day is rare. */
const DRAWS_MAX = 5;
const USER_AGENT_LENGTH_MAX = 300;

/**
 * K16: a program asks for a key. It shows `user_code` and the page to type it on to its person, and asks
 * `POST /hand-overs/collect` until they have decided. What it asks for is a wish, and gives it nothing.
 * @throws auth_throttled  too many programs of one network ask, or of all networks together
 * @throws csrf_rejected  a web page of another site asks
 */
export const begin = open()
  .meta(rest("POST /hand-overs", "Ask a person for an API key", { secret: true }))
  .input(BeginHandOver)
  .output(BegunHandOver)
  .mutation(({ ctx, input }) => beginHandOver(ctx, input));

async function beginHandOver(ctx: OpenContext, input: BeginHandOver): Promise<BegunHandOver> {
  const { db, deps, call } = ctx;
  const { ip, user_agent, headers } = call.exchange;
  // Before it is counted: no page uses up what its visitor's network may do.
  rejectForeignPages(headers, deps.publicUrl());
  deps.handOversBegun.count(ip);
  await checkRoom(ctx);
  const nowMs = deps.now();
  const expires_at = new Date(nowMs + HAND_OVER_MINUTES * 60_000).toISOString();
  const asks = {
    client_name: input.client_name,
    wished_scopes: wishedScopes(input),
    wished_environment: input.environment ?? null,
    ip,
    user_agent: user_agent?.slice(0, USER_AGENT_LENGTH_MAX) ?? null,
    created_at: new Date(nowMs).toISOString(),
    expires_at,
  };
  for (let draw = 0; draw < DRAWS_MAX; draw++) {
    const { device_code, device_code_hash, user_code } = newHandOverCodes();
    const inserted = await db
      .insert(hand_overs)
      .values({ ...asks, id: newId("hand_over"), device_code_hash, user_code })
      .onConflictDoNothing({ target: hand_overs.user_code })
      .returning({ id: hand_overs.id });
    if (inserted.length === 0) continue;
    const shown = shownUserCode(user_code);
    const page = `${deps.publicUrl()}/device`;
    return {
      device_code,
      user_code: shown,
      verification_uri: page,
      verification_uri_complete: `${page}?code=${shown}`,
      expires_at,
      interval_seconds: HAND_OVER_INTERVAL_SECONDS,
    };
  }
  throw new Error("every user code that was drawn is taken");
}
