import { queryClient, trpc } from "../../lib/trpc.ts";

/** After a change of members: their list, and their keys, which follow them. */
export async function refreshMembers(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.members.pathFilter()),
    queryClient.invalidateQueries(trpc.apiKeys.pathFilter()),
  ]);
}
