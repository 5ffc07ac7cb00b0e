import { hashPassword, isCommonPassword } from "@stowage/auth/passwords";
import { SessionState, SignUp, type SessionState as State } from "@stowage/contract/accounts";
import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { memberships, organizations, users, workspaces } from "@stowage/db/schema/identity";
import { type Deps, instantNow } from "../../deps.ts";
import { sessionCookie } from "../../gate/session-cookie.ts";
import { conflict, invalidField, ProblemError } from "../../problems.ts";
import type { OpenContext } from "../../trpc/context.ts";
import { open } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { onUniqueViolation } from "../../writes/unique-violation.ts";
import { canSignUp } from "./policy.ts";
import { hasUsers, sessionState } from "./store.ts";

/**
 * Makes an account with an organization of its own, live and test, and signs it in. By default only the first user of
 * an instance may.
 * @throws role_forbidden  sign-up is closed
 * @throws validation_failed  the password is a common one
 * @throws conflict  the address has an account
 */
export const signUp = open()
  .meta(rest("POST /auth/sign-up", "Sign up", { status: 201, secret: true }))
  .input(SignUp)
  .output(SessionState)
  .mutation(({ ctx, input }) => signUpPerson(ctx, input));

async function signUpPerson(ctx: OpenContext, input: SignUp): Promise<State> {
  const { deps, call } = ctx;
  const isFirst = !(await hasUsers(ctx.db));
  if (!canSignUp(deps.config.registration, isFirst)) throw signUpClosed();
  if (isCommonPassword(input.password, { email: input.email }))
    throw invalidField(
      "/password",
      "common_password",
      "This password is too easily guessed. Choose another.",
    );
  const password_hash = await hashPassword(input.password);
  const taken = {
    users_email: conflict("There is already an account with this address. Sign in instead."),
    users_one_instance_admin: signUpClosed(),
  };
  const user = await onUniqueViolation(taken, () =>
    ctx.db.transaction((tx) =>
      insertAccount(tx, deps, { ...input, password_hash, is_instance_admin: isFirst }),
    ),
  );
  const { exchange } = call;
  const { token, expires_at } = await deps.sessions.create(user.id, {
    ip: exchange.ip,
    userAgent: exchange.user_agent,
  });
  exchange.setHeader("set-cookie", sessionCookie(deps.publicUrl(), token, expires_at));
  return sessionState(ctx.db, deps, { user, expires_at });
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

async function insertAccount(tx: Transaction, deps: Deps, account: NewAccount) {
  const at = instantNow(deps);
  const times = { created_at: at, updated_at: at };
  const { email, name, password_hash, is_instance_admin } = account;
  const user = { id: newId("user"), email, name, is_instance_admin };
  await tx.insert(users).values({ ...user, password_hash, ...times });
  const organization_id = newId("organization");
  await tx.insert(organizations).values({
    id: organization_id,
    name: `${name}'s inventory`.slice(0, 100),
    slug: organization_id.replace("org_", ""),
    plan: deps.config.default_plan,
    ...times,
  });
  await tx.insert(workspaces).values([
    { id: newId("workspace"), organization_id, environment: "live", ...times },
    { id: newId("workspace"), organization_id, environment: "test", ...times },
  ]);
  await tx
    .insert(memberships)
    .values({ id: newId("membership"), organization_id, user_id: user.id, role: "owner", ...times });
  return user;
}
