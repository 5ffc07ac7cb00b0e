import type { SessionState } from "@stowage/contract/accounts";
import { queryClient, trpc } from "../../lib/trpc.ts";

/** Starts over with the new session: nothing that another reader saw in this tab stays. */
export function enterSession(session: SessionState): void {
  queryClient.clear();
  queryClient.setQueryData(trpc.auth.session.queryKey(), session);
}
