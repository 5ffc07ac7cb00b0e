import type { MutationOptions } from "@tanstack/react-query";
import { queryClient } from "./trpc.ts";

/** Runs a mutation outside of a component: `mutate(trpc.items.remove.mutationOptions(), { id })`. */
export function mutate<Answer, Failure, Input>(
  options: MutationOptions<Answer, Failure, Input>,
  input: Input,
): Promise<Answer> {
  return queryClient.getMutationCache().build(queryClient, options).execute(input);
}
