import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { trpc } from "../../lib/trpc.ts";

/** A trigger changes its name seldom. */
const NAME_STALE_MS = 60_000;

/** A trigger by name, as a link to it. */
export function TriggerName({ id }: { id: string }) {
  const { data, isError } = useQuery(trpc.triggers.get.queryOptions({ id }, { staleTime: NAME_STALE_MS }));
  if (isError) return "that was deleted";
  return (
    <Link
      to="/triggers/$triggerId"
      params={{ triggerId: id }}
      className="relative z-1 rounded-sm font-medium text-ink hover:underline"
    >
      {data?.name ?? "…"}
    </Link>
  );
}
