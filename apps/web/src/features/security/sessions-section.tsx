import type { Session } from "@stowage/contract/accounts";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { useState } from "react";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { Time } from "../../components/ui/time.tsx";
import { formatAbsolute, formatCount } from "../../lib/format.ts";
import { problemSentence } from "../../lib/problem.ts";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { SettingsSection } from "../settings/settings-section.tsx";
import { deviceWords, isHandheld } from "./device-words.ts";

const refreshSessions = () => queryClient.invalidateQueries(trpc.sessions.pathFilter());

/** K60: where the person is signed in, with a way to end each. */
export function SessionsSection() {
  const list = useInfiniteQuery(
    trpc.sessions.list.infiniteQueryOptions(
      {},
      { getNextPageParam: (page) => page.next_cursor ?? undefined },
    ),
  );
  const [isAsking, setIsAsking] = useState(false);
  const sessions = list.data?.pages.flatMap((page) => page.data) ?? [];
  const hasOthers = sessions.some((session) => !session.is_current);
  return (
    <SettingsSection
      title="Sessions"
      text="Every browser that is signed in as you."
      action={hasOthers ? <Button onClick={() => setIsAsking(true)}>Sign out all others</Button> : null}
    >
      {list.isPending ? <SessionsSkeleton /> : null}
      {list.isError && !list.data ? (
        <QueryProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {sessions.length > 0 ? (
        <ul aria-label="Sessions" className="divide-y divide-line">
          {/* This browser first, so that it is not looked for. */}
          {sessions
            .toSorted((one, other) => Number(other.is_current) - Number(one.is_current))
            .map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
        </ul>
      ) : null}
      <LoadMore
        noun="sessions"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
      <EndOthersDialog isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </SettingsSection>
  );
}

function SessionRow({ session }: { session: Session }) {
  const words = deviceWords(session.user_agent);
  const Icon = isHandheld(session.user_agent) ? Smartphone : Monitor;
  const end = useMutation(
    trpc.sessions.end.mutationOptions({
      onSuccess: async () => {
        await refreshSessions();
        showToast({ title: `${words} was signed out.` });
      },
      onError: (error) => showProblem(`${words} was not signed out.`, error),
    }),
  );
  return (
    <li className="flex min-h-14 items-center gap-3 px-4 py-2.5">
      <Icon aria-hidden className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-ui">
          <span className="truncate" title={session.user_agent ?? undefined}>
            {words}
          </span>
          {session.is_current ? <Badge tone="accent">This browser</Badge> : null}
        </p>
        <p className="text-xs text-muted" title={`Signed in ${formatAbsolute(session.created_at)}`}>
          {session.ip ?? "Unknown address"} · seen <Time at={session.last_seen_at} /> · signed in{" "}
          <Time at={session.created_at} />
        </p>
      </div>
      {session.is_current ? null : (
        <Button
          size="sm"
          isBusy={end.isPending}
          aria-label={`Sign out ${words}, ${session.ip ?? "unknown address"}`}
          onClick={() => end.mutate({ id: session.id })}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}

function EndOthersDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const end = useMutation(
    trpc.sessions.endOthers.mutationOptions({
      onSuccess: async ({ ended }) => {
        onClose();
        showToast({
          title: `${formatCount(ended, "other browser was", "other browsers were")} signed out.`,
        });
        await refreshSessions();
      },
    }),
  );
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={() => {
        end.reset();
        onClose();
      }}
      title="Sign out all other browsers?"
      confirmLabel="Sign out all others"
      onConfirm={() => end.mutate()}
      isBusy={end.isPending}
      error={end.error ? problemSentence(end.error) : undefined}
    >
      This browser stays signed in. If you do not know one of the others, change your password instead: that
      signs them out too, and keeps them out.
    </ConfirmDialog>
  );
}

function SessionsSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="flex min-h-14 items-center gap-3 px-4">
      <Skeleton className="size-5" />
      <div className="flex grow flex-col gap-2">
        <Skeleton className="w-40" />
        <Skeleton className="w-64 max-w-full" />
      </div>
    </div>
  );
}
