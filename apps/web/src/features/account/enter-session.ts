import type { SessionState } from "@stowage/contract/accounts";
import { hashKey } from "@tanstack/react-query";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { settleWhere } from "../../lib/where.ts";

/** Starts over with the new session: nothing that another reader saw in this tab stays, nor where they were. */
export function enterSession(session: SessionState): void {
  const sessionKey = trpc.auth.session.queryKey();
  const sessionHash = hashKey(sessionKey);
  queryClient.getMutationCache().clear();
  // The session's own entry stays and is overwritten: the screen that looks at it would not notice another one.
  queryClient.removeQueries({ predicate: ({ queryHash }) => queryHash !== sessionHash });
  queryClient.setQueryData(sessionKey, session);
  settleWhere(session);
}
