import type { Problem } from "@stowage/contract/problems";
import type { Scope } from "@stowage/contract/scopes";
import { initTRPC } from "@trpc/server";
import type { z } from "zod";
import type { Access } from "../gate/access.ts";
import { admit } from "../gate/admit.ts";
import type { Caller } from "../gate/caller.ts";
import { rejectForeignCookieWrites } from "../gate/csrf.ts";
import { problemOf } from "../problem-of.ts";
import { problemBody } from "../problems.ts";
import { type Asked, answering, trimmed } from "./answering.ts";
import { compiledInput, compiledOutput } from "./compiled.ts";
import type { Context, OpenContext, PersonContext, ScopedContext } from "./context.ts";
import type { ProcedureMeta } from "./rest-meta.ts";

/** Not exported: whoever needs a procedure says who may call it. Errors carry REST's problem body at `error.data.problem`. */
const trpc = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const problem: Problem = problemBody(problemOf(error), {
        request_id: ctx?.call.exchange.request_id ?? "",
        public_url: ctx?.deps.publicUrl() ?? "",
      });
      return {
        ...shape,
        message: problem.detail,
        data: { ...shape.data, httpStatus: problem.status, problem },
      };
    },
  });

/** A router: the table of contents of one feature, or of all. */
export const router = trpc.router;

/** For `scoped`: any valid credential will do, whatever its scopes. */
export const ANY_CREDENTIAL = "any credential";
/** The same, and asking costs nothing of the caller's rate limit. */
export const ANY_CREDENTIAL_FREE = "any credential, free";

/**
 * A procedure for people and keys: a key needs `scope`, or all of several, and the role of the user behind it must grant
 * that too. A key without it is refused with `lacking`.
 */
export function scoped(
  scope: Scope | readonly [Scope, ...Scope[]] | typeof ANY_CREDENTIAL | typeof ANY_CREDENTIAL_FREE,
  options: Partial<Pick<Extract<Access, { kind: "scope" }>, "lacking" | "isOwnAffair">> = {},
) {
  const access: Access =
    scope === ANY_CREDENTIAL || scope === ANY_CREDENTIAL_FREE
      ? { kind: "any_credential", isFree: scope === ANY_CREDENTIAL_FREE }
      : {
          kind: "scope",
          scopes: typeof scope === "string" ? [scope] : scope,
          lacking: "insufficient_scope",
          isOwnAffair: false,
          ...options,
        };
  return parsingSynchronously(
    trpc.procedure.meta({ access }).use(async ({ ctx, next }) => {
      const result = await next({ ctx: await admitted(ctx, access) });
      return result.ok ? { ...result, data: trimmed(ctx.call, result.data) } : result;
    }),
  );
}

/**
 * A procedure for signed-in people alone; a key is refused with `session_required`. It is about the person, so it works
 * in whatever organization they are, and in none.
 */
export function sessionOnly() {
  const access: Access = { kind: "session" };
  return parsingSynchronously(
    trpc.procedure.meta({ access }).use(async ({ ctx, next }) => {
      const caller = await admit(ctx.deps, ctx.call, access);
      const context: PersonContext = {
        ...ctx,
        db: ctx.deps.database.db,
        caller: caller as PersonContext["caller"], // the gate refused keys
      };
      return next({ ctx: context });
    }),
  );
}

/** A procedure for anybody; credentials are not even looked at. */
export function open() {
  const access: Access = { kind: "open" };
  return parsingSynchronously(
    trpc.procedure.meta({ access }).use(({ ctx, next }) => {
      rejectForeignCookieWrites(ctx.call, ctx.deps.publicUrl());
      const context: OpenContext = { ...ctx, db: ctx.deps.database.db };
      return next({ ctx: context });
    }),
  );
}

async function admitted({ deps, call }: Context, access: Access): Promise<ScopedContext> {
  const caller = (await admit(deps, call, access)) as Caller; // the gate let nobody in without an organization
  const { workspace_id, reach } = caller;
  return { deps, call, caller, db: deps.database.db, workspace_id, reach };
}

interface Builder {
  _def: { meta?: ProcedureMeta | undefined };
  meta(meta: never): unknown;
  input(schema: never): unknown;
  output(schema: never): unknown;
  query(resolver: never): unknown;
  mutation(resolver: never): unknown;
}

/** The builder itself, except that it compiles each schema it is given (see compiled.ts), and sees to each answer. */
function parsingSynchronously<Original extends Builder>(builder: Original): Original {
  const meta = builder._def.meta ?? {};
  const wrapped: Builder = {
    ...builder,
    meta: (more) => parsingSynchronously(builder.meta(more) as Original),
    input: (schema: z.ZodType) =>
      parsingSynchronously(builder.input(compiledInput(schema) as never) as Original),
    output: (schema: z.ZodType) =>
      parsingSynchronously(builder.output(compiledOutput(schema) as never) as Original),
    query: (resolver: (options: Asked) => unknown) => builder.query(answering(meta, resolver) as never),
    mutation: (resolver: (options: Asked) => unknown) => builder.mutation(answering(meta, resolver) as never),
  };
  return wrapped as Original; // the same methods, so the same type at each step of the chain
}
