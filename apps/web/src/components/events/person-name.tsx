import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";

/** A member by name. */
export function PersonName({ id }: { id: string }) {
  const { data, isError } = useQuery(trpc.members.get.queryOptions({ id }));
  return data?.name ?? (isError ? "a former member" : "…");
}
