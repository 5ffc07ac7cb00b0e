import { skipToken, useQuery } from "@tanstack/react-query";
import { meOptions, trpc } from "../../lib/trpc.ts";

const SETTINGS_STALE_MS = 60_000;

/** What the reader's organization says about keys, by its plan and settings; undefined until it is known. */
export function useOrganization() {
  const { data: me } = useQuery(meOptions);
  const input = me ? { id: me.organization.id } : skipToken;
  return useQuery(trpc.organizations.get.queryOptions(input, { staleTime: SETTINGS_STALE_MS })).data;
}
