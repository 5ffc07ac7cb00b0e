import { hashPassword } from "@stowage/auth/passwords";
import { SessionState, SignUp, type SessionState as State } from "@stowage/contract/accounts";
import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { users } from "@stowage/db/schema/identity";
import { instantNow } from "../../deps.ts";
import { throttledNetworkOf } from "../../gate/network-throttle.ts";
import { conflict, ProblemError } from "../../problems.ts";
import type { OpenContext } from "../../trpc/context.ts";
import { open } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { onUniqueViolation } from "../../writes/unique-violation.ts";
import { checkAddressee, join, type OpenInvitation, openInvitation } from "../invitations/store.ts";
import { insertOrganization } from "../organizations/store.ts";
import { canSignUp, checkNewPassword } from "./policy.ts";
import { hasUsers, openSession, sessionState } from "./store.ts";

/**
 * Makes an account and signs it in: with an organization of its own, live and test, or by an invitation in that one.
 * By default only the first user of an instance may, and who is invited.
 * @throws role_forbidden  sign-up is closed, or the invitation is for another address
 * @throws not_found  the invitation does not hold
 * @throws validation_failed  the password is a common one
 * @throws conflict  the address has an account
 * @throws auth_throttled
 */
export const signUp = open()
  .meta(rest("POST /auth/sign-up", "Sign up", { status: 201, secret: true }))
  .input(SignUp)
  .output(SessionState)
  .mutation(({ ctx, input }) => signUpPerson(ctx, input));

async function signUpPerson(ctx: OpenContext, input: SignUp): Promise<State> {
  const { deps } = ctx;
  const isFirstRun = !(await hasUsers(ctx.db));
  const isInvited = input.invitation !== undefined;
  if (!canSignUp(deps.config.registration, { isFirstRun, isInvited })) throw signUpClosed();
  const invitation = input.invitation === undefined ? null : await openInvitation(ctx, input.invitation);
  if (invitation) checkAddressee(invitation, input.email);
  checkNewPassword("/password", input.password, input.email);
  // That an address is taken must be told, so asking for many is slowed as guessing passwords is.
  const network = throttledNetworkOf(ctx.call.exchange.ip);
  await deps.signInThrottle.begin(input.email, network);
  const password_hash = await hashPassword(input.password);
  const account = { email: input.email, name: input.name, password_hash };
  const user = await insertPerson(ctx, account, { isFirstRun, invitation });
  await deps.signInThrottle.succeeded(input.email, network);
  return sessionState(ctx.db, deps, await openSession(ctx, { ...user, password_hash }));
}

/** Of several who are the first at once, one owns the instance; the others come in as those after it. */
async function insertPerson(
  ctx: OpenContext,
  account: Omit<NewAccount, "is_instance_admin">,
  { isFirstRun, invitation }: { isFirstRun: boolean; invitation: OpenInvitation | null },
) {
  const outrun = signUpClosed();
  const taken = {
    users_email: conflict("There is already an account with this address. Sign in instead."),
    users_one_instance_admin: outrun,
  };
  const insert = (is_instance_admin: boolean) =>
    onUniqueViolation(taken, () =>
      ctx.db.transaction((tx) => insertAccount(tx, ctx, { ...account, is_instance_admin }, invitation)),
    );
  const mayFollow = canSignUp(ctx.deps.config.registration, {
    isFirstRun: false,
    isInvited: invitation !== null,
  });
  try {
    return await insert(isFirstRun);
  } catch (thrown) {
    if (thrown !== outrun || !mayFollow) throw thrown;
    return insert(false);
  }
}

function signUpClosed(): ProblemError {
  return new ProblemError(
    "role_forbidden",
    "Sign-up is closed here. Whoever runs this server decides who gets an account (REGISTRATION).",
  );
}

interface NewAccount {
  email: string;
  name: string;
  password_hash: string;
  is_instance_admin: boolean;
}

async function insertAccount(
  tx: Transaction,
  { deps, call }: OpenContext,
  { password_hash, ...account }: NewAccount,
  invitation: OpenInvitation | null,
) {
  const at = instantNow(deps);
  const user = { id: newId("user"), ...account };
  await tx.insert(users).values({ ...user, password_hash, created_at: at, updated_at: at });
  const doing = { deps, call, caller: { auth_method: "session", user } } as const;
  if (invitation) await join(tx, doing, invitation);
  else await insertOrganization(tx, doing, { name: `${user.name}'s inventory`.slice(0, 100) });
  return user;
}
