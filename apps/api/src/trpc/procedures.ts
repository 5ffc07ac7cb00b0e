import type { Problem } from "@stowage/contract/problems";
import type { Scope } from "@stowage/contract/scopes";
import { initTRPC, type TRPCProcedureBuilder, type TRPCUnsetMarker } from "@trpc/server";
import { z } from "zod";
import type { Access } from "../gate/access.ts";
import { admit, afterwards } from "../gate/admit.ts";
import type { Call } from "../gate/call.ts";
import type { Caller, StrayCaller } from "../gate/caller.ts";
import { rejectForeignCookieWrites } from "../gate/csrf.ts";
import { problemOf } from "../problem-of.ts";
import { problemBody } from "../problems.ts";
import { type Asked, answering, trimmed } from "./answering.ts";
import { compiledInput, compiledOutput } from "./compiled.ts";
import type { Context, OpenContext, PersonContext, ScopedContext } from "./context.ts";
import type { ProcedureMeta } from "./rest-meta.ts";

/** What a procedure has to say next: its REST route and summary, with `.meta(rest(…))`. */
interface NeedsRoute<More> {
  meta(meta: ProcedureMeta): NeedsInput<More>;
}

/** What it may say next: the shape of its input, with `.input(…)`. Without one it takes none. */
interface NeedsInput<More> extends NeedsOutput<More, TRPCUnsetMarker, TRPCUnsetMarker> {
  input<Schema extends z.ZodType>(schema: Schema): NeedsOutput<More, z.input<Schema>, z.output<Schema>>;
}

/** What it has to say next: the shape of its answer, with `.output(…)`. */
interface NeedsOutput<More, Sent, Input> {
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
  const enter = (ctx: Context) =>
    afterwards(admit(ctx.deps, ctx.call, access), (caller) => scopedTo(ctx, caller));
  return building(trpc.procedure.meta({ access }), { enter, finish: trimmed });
}

/**
 * A procedure for signed-in people alone; a key is refused with `session_required`. It is about the person, so it works
 * in whatever organization they are, and in none.
 */
export function sessionOnly(): NeedsRoute<PersonContext> {
  const access: Access = { kind: "session" };
  const enter = (ctx: Context) =>
    afterwards(admit(ctx.deps, ctx.call, access), (caller) => personal(ctx, caller));
  return building(trpc.procedure.meta({ access }), { enter, finish: asItIs });
}

/** A procedure for anybody; credentials are not even looked at. */
export function open(): NeedsRoute<OpenContext> {
  const access: Access = { kind: "open" };
  const enter = (ctx: Context): OpenContext => {
    rejectForeignCookieWrites(ctx.call, ctx.deps.publicUrl());
    return { ...ctx, db: ctx.deps.database.db };
  };
  return building(trpc.procedure.meta({ access }), { enter, finish: asItIs });
}

function scopedTo({ deps, call }: Context, admitted: Caller | StrayCaller): ScopedContext {
  const caller = admitted as Caller; // the gate let nobody in without an organization
  const { workspace_id, reach } = caller;
  return { deps, call, caller, db: deps.database.db, workspace_id, reach };
}

function personal({ deps, call }: Context, admitted: Caller | StrayCaller): PersonContext {
  const caller = admitted as PersonContext["caller"]; // the gate refused keys
  return { deps, call, caller, db: deps.database.db };
}

const asItIs = (_call: Call, data: unknown): unknown => data;

/** What stands around the parsing and the work of a procedure. */
interface Frame {
  /** Lets the caller in, and gives what the work is done with. */
  enter(ctx: Context): OpenContext | Promise<OpenContext>;
  /** What the caller gets of the answer. */
  finish(call: Call, data: unknown): unknown;
}

/** Calls a procedure as our surfaces do: enter, parse, work, parse, finish. `readInput` is called once the caller is in. */
export type Invoke = (ctx: Context, readInput: () => unknown) => Promise<unknown>;

interface Builder {
  _def: { meta?: ProcedureMeta | undefined; inputs: readonly unknown[] };
  meta(meta: never): unknown;
  input(schema: never): unknown;
  output(schema: never): unknown;
  query(resolver: never): unknown;
  mutation(resolver: never): unknown;
}

/** Begins a procedure with its frame, which holds in tRPC's own chain as well. */
function building<More>(builder: { use(middleware: never): unknown }, frame: Frame): NeedsRoute<More> {
  const middleware = async ({ ctx, next }: { ctx: Context; next: Next }) => {
    const result = await next({ ctx: await frame.enter(ctx) });
    return result.ok ? { ...result, data: frame.finish(ctx.call, result.data) } : result;
  };
  return step(builder.use(middleware as never) as Builder, frame, {}) as NeedsRoute<More>;
}

type Next = (options: { ctx: OpenContext }) => Promise<{ ok: boolean; data?: unknown }>;

interface Schemas {
  input?: z.ZodType;
  output?: z.ZodType;
}

/**
 * The builder itself, except that it compiles each schema it is given (see compiled.ts), sees to each answer, and leaves
 * at the procedure how our surfaces call it. Its type has the steps in their order, so that what a procedure leaves out
 * does not compile.
 */
function step(builder: Builder, frame: Frame, schemas: Schemas): unknown {
  const finished = (kind: "query" | "mutation") => (resolver: (options: Asked) => unknown) => {
    // What a procedure without an input is sent all the same would be dropped in silence otherwise.
    if (!schemas.input) return takingNothing()[kind](resolver as never);
    const answer = answering(builder._def.meta ?? {}, resolver);
    const procedure = builder[kind](answer as never) as { _def: object };
    Object.assign(procedure._def, { invoke: invoking(frame, schemas, answer) });
    return procedure;
  };
  const takingNothing = () => wrapped.input(z.strictObject({}) as never) as Builder;
  const wrapped: Builder = {
    ...builder,
    meta: (more) => step(builder.meta(more) as Builder, frame, schemas),
    input(schema: z.ZodType) {
      const input = compiledInput(schema);
      return step(builder.input(input as never) as Builder, frame, { ...schemas, input });
    },
    output(schema: z.ZodType) {
      const output = compiledOutput(schema);
      return step(builder.output(output as never) as Builder, frame, { ...schemas, output });
    },
    query: finished("query"),
    mutation: finished("mutation"),
  };
  return wrapped;
}

/**
 * The steps of a call one after the other. tRPC's chain of middlewares takes the same, but copies its options at each of
 * them and waits for each, which is as much work as all our checks (ADR 0022).
 */
function invoking(
  { enter, finish }: Frame,
  { input, output }: Schemas,
  answer: (options: Asked) => Promise<unknown>,
): Invoke {
  return async (ctx, readInput) => {
    const entered = enter(ctx);
    const context = entered instanceof Promise ? await entered : entered;
    const data = await answer({ ctx: context, input: input?.parse(readInput()) });
    return finish(ctx.call, output ? output.parse(data) : data);
  };
}
