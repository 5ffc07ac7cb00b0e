import type { Invitation } from "@stowage/contract/invitations";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { Time } from "../../components/ui/time.tsx";
import { trpc } from "../../lib/trpc.ts";
import { ROLE_WORDS } from "./role-words.ts";
import { TakeBackDialog } from "./take-back-dialog.tsx";

/** The invitations that can still be accepted; nothing when there are none. */
export function OpenInvitations() {
  const list = useInfiniteQuery(
    trpc.invitations.list.infiniteQueryOptions(
      {},
      { getNextPageParam: (page) => page.next_cursor ?? undefined },
    ),
  );
  const [asked, setAsked] = useState<Invitation | null>(null);
  const invitations = list.data?.pages.flatMap((page) => page.data) ?? [];
  if (invitations.length === 0) return <TakeBackDialog invitation={asked} onClose={() => setAsked(null)} />;
  return (
    <section aria-labelledby="open-invitations" className="mt-6">
      <h2 id="open-invitations" className="mb-2 text-ui font-semibold">
        Open invitations
      </h2>
      <Table label="Open invitations" isRefetching={list.isRefetching}>
        <TableHead>
          <HeadCell>For</HeadCell>
          <HeadCell className="w-24">Role</HeadCell>
          <HeadCell className="w-24">Used</HeadCell>
          <HeadCell className="w-32">Ends</HeadCell>
          <HeadCell className="w-28">
            <span className="sr-only">Actions</span>
          </HeadCell>
        </TableHead>
        <TableBody>
          {invitations.map((invitation) => (
            <InvitationRow
              key={invitation.id}
              invitation={invitation}
              onTakeBack={() => setAsked(invitation)}
            />
          ))}
        </TableBody>
      </Table>
      <LoadMore
        noun="invitations"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
      <TakeBackDialog invitation={asked} onClose={() => setAsked(null)} />
    </section>
  );
}

function InvitationRow({ invitation, onTakeBack }: { invitation: Invitation; onTakeBack: () => void }) {
  const whom = invitation.email ?? "Whoever has the link";
  return (
    <Row>
      <Cell phone="title" className="max-w-60 truncate max-sm:max-w-none" title={whom}>
        {whom}
      </Cell>
      <Cell className="text-muted">{ROLE_WORDS[invitation.role].label}</Cell>
      <Cell className="text-muted tabular-nums">
        <span className="sm:hidden">Used </span>
        {invitation.uses} of {invitation.max_uses}
      </Cell>
      <Cell className="whitespace-nowrap text-muted">
        <span className="sm:hidden">Ends </span>
        <Time at={invitation.expires_at} />
      </Cell>
      <Cell phone="end" align="end" className="pl-0 max-sm:row-span-4">
        <Button
          size="sm"
          variant="quiet"
          aria-label={`Take back the invitation for ${whom}`}
          onClick={onTakeBack}
        >
          <Undo2 aria-hidden />
          Take back
        </Button>
      </Cell>
    </Row>
  );
}
