import type { Problem } from "@stowage/contract/problems";
import type { Scope } from "@stowage/contract/scopes";
import { initTRPC, type TRPCProcedureBuilder, type TRPCUnsetMarker } from "@trpc/server";
import { z } from "zod";
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

/** What a procedure has to say next: its REST route and summary, with `.meta(rest(…))`. */
interface NeedsRoute<More> {
  meta(meta: ProcedureMeta): NeedsOutput<More, TRPCUnsetMarker, TRPCUnsetMarker>;
}

/** What it has to say next: the shape of its answer, with `.output(…)`, after that of its input if it takes any. */
interface NeedsOutput<More, Sent, Input> {
  input<Schema extends z.ZodType>(schema: Schema): NeedsOutput<More, z.input<Schema>, z.output<Schema>>;
  output<Schema extends z.ZodType>(schema: Schema): NeedsResolver<More, Sent, Input, Schema>;
}

type NeedsResolver<More, Sent, Input, Output extends z.ZodType> = Pick<
  TRPCProcedureBuilder<
    Context,
    ProcedureMeta,
    More,
    Sent,
    Input,
    z.input<Output>,
    z.output<Output>,
    false,
    ErrorShape
  >,
  "query" | "mutation"
>;

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

type ErrorShape = (typeof trpc)["_config"]["$types"]["errorShape"];

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
): NeedsRoute<ScopedContext> {
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
export function sessionOnly(): NeedsRoute<PersonContext> {
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
export function open(): NeedsRoute<OpenContext> {
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
  _def: { meta?: ProcedureMeta | undefined; inputs: readonly unknown[] };
  meta(meta: never): unknown;
  input(schema: never): unknown;
  output(schema: never): unknown;
  query(resolver: never): unknown;
  mutation(resolver: never): unknown;
}

/**
 * The builder itself, except that it compiles each schema it is given (see compiled.ts), and sees to each answer. Its type
 * has the steps in their order, so that what a procedure leaves out does not compile.
 */
function parsingSynchronously<More>(builder: Builder): NeedsRoute<More> {
  const meta = builder._def.meta ?? {};
  const wrapped: Builder = {
    ...builder,
    meta: (more) => parsingSynchronously(builder.meta(more) as Builder),
    input: (schema: z.ZodType) =>
      parsingSynchronously(builder.input(compiledInput(schema) as never) as Builder),
    output: (schema: z.ZodType) =>
      parsingSynchronously(builder.output(compiledOutput(schema) as never) as Builder),
    query: (resolver: (options: Asked) => unknown) =>
      takingNothingElse(builder).query(answering(meta, resolver) as never),
    mutation: (resolver: (options: Asked) => unknown) =>
      takingNothingElse(builder).mutation(answering(meta, resolver) as never),
  };
  return wrapped as unknown as NeedsRoute<More>; // the builder's methods, of which each step's type shows some
}

/** What a procedure without an input is sent all the same would be dropped in silence otherwise. */
function takingNothingElse(builder: Builder): Builder {
  if (builder._def.inputs.length > 0) return builder;
  return builder.input(compiledInput(z.strictObject({})) as never) as Builder;
}
