import type { TRPCLink } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";

/**
 * tRPC's infinite queries add `direction` to the input. Our lists page one way only and refuse fields that they do
 * not know, so it is taken off again on its way out.
 */
export const oneWayPagingLink: TRPCLink<AnyRouter> =
  () =>
  ({ op, next }) =>
    next(op.type === "query" ? { ...op, input: withoutDirection(op.input) } : op);

function withoutDirection(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !("direction" in input)) return input;
  const { direction: _, ...rest } = input;
  return rest;
}
