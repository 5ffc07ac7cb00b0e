import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { Time } from "../../components/ui/time.tsx";
import { trpc } from "../../lib/trpc.ts";
import { newSecretUsedAt } from "./first-call.ts";

/** Often enough to feel live; the server writes uses down once a second. */
const POLL_MS = 1_500;

/** Waits for the first request that a key makes with its newest secret, and says so when it came. */
export function FirstCallLine({ keyId }: { keyId: string }) {
  const { data } = useQuery(
    trpc.apiKeys.get.queryOptions(
      { id: keyId },
      {
        staleTime: 0,
        refetchInterval: ({ state }) => (state.data && newSecretUsedAt(state.data) ? false : POLL_MS),
        // The terminal that makes the call may well cover this page.
        refetchIntervalInBackground: true,
      },
    ),
  );
  const usedAt = data ? newSecretUsedAt(data) : null;
  if (data?.status === "disabled") {
    return <p className="min-h-6 text-ui text-muted">It is disabled: enable it before its first call.</p>;
  }
  return (
    <p role="status" className="flex min-h-6 items-center gap-2 text-ui">
      {usedAt === null ? (
        <>
          <span aria-hidden className="size-2 shrink-0 animate-shimmer rounded-full bg-accent" />
          <span className="text-muted">Waiting for the first call…</span>
        </>
      ) : (
        <>
          <Check aria-hidden className="size-4 shrink-0 text-ok-ink" strokeWidth={2.5} />
          <span className="text-ink">
            <span className="font-medium">Connected</span>
            {data?.last_used_ip ? ` from ${data.last_used_ip}` : ""} <Time at={usedAt} />
          </span>
        </>
      )}
    </p>
  );
}
