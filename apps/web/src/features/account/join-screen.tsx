import type { InvitationPreview } from "@stowage/contract/invitations";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Button, buttonStyles } from "../../components/ui/button.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { Time } from "../../components/ui/time.tsx";
import { problemOf, problemSentence } from "../../lib/problem.ts";
import { sessionOptions, trpc } from "../../lib/trpc.ts";
import { ROLE_WORDS } from "../members/role-words.ts";
import { AccountCard } from "./account-card.tsx";
import { enterSession } from "./enter-session.ts";
import { JoinAsSomebodyNew } from "./join-as-somebody-new.tsx";
import { JoinAsYourself } from "./join-as-yourself.tsx";

/** Where the link of an invitation leads. Without a token there is nothing to look at. */
export function JoinScreen({ token }: { token: string | null }) {
  if (token === null) return <DeadInvitation text="Its link is not complete. Open it again, all of it." />;
  return <Invitation token={token} />;
}

function Invitation({ token }: { token: string }) {
  // The token is in what is sent: not kept beyond this screen.
  const look = useMutation(trpc.invitations.look.mutationOptions({ gcTime: 0 }));
  const { mutate } = look;
  // Asked by POST, so that the token stands in no address and no log.
  useEffect(() => mutate({ token }), [mutate, token]);

  if (look.data) return <OpenInvitation token={token} preview={look.data} />;
  if (look.error && [404, 422].includes(problemOf(look.error)?.status ?? 0)) {
    return <DeadInvitation text="It was used up or taken back, or its time is over. Ask for a new one." />;
  }
  return (
    <AccountCard
      title="An invitation"
      text={look.error ? problemSentence(look.error) : "One moment: looking where it leads."}
    >
      {look.error ? (
        <Button onClick={() => mutate({ token })}>Try again</Button>
      ) : (
        <div className="flex flex-col gap-3">
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-2/3" />
        </div>
      )}
    </AccountCard>
  );
}

function OpenInvitation({ token, preview }: { token: string; preview: InvitationPreview }) {
  const { data: session } = useQuery(sessionOptions);
  const [isAtOnce, setIsAtOnce] = useState(false);
  const role = ROLE_WORDS[preview.role];
  return (
    <AccountCard
      title={`Join ${preview.organization.name}`}
      text={
        <>
          {preview.invited_by} invites you as <strong className="font-medium text-ink">{role.label}</strong>.{" "}
          {role.text} The invitation ends <Time at={preview.expires_at} />.
        </>
      }
    >
      {session?.user ? (
        <JoinAsYourself
          token={token}
          preview={preview}
          session={session}
          email={session.user.email}
          isAtOnce={isAtOnce}
        />
      ) : session ? (
        <JoinAsSomebodyNew
          token={token}
          preview={preview}
          onSignedIn={(entered) => {
            setIsAtOnce(true);
            enterSession(entered);
          }}
        />
      ) : null}
    </AccountCard>
  );
}

function DeadInvitation({ text }: { text: string }) {
  return (
    <AccountCard title="This invitation is not open" text={text}>
      <Link to="/" className={buttonStyles()}>
        Go to Stowage
      </Link>
    </AccountCard>
  );
}
