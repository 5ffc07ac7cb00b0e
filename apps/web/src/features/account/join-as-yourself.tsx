import type { SessionState } from "@stowage/contract/accounts";
import type { InvitationPreview } from "@stowage/contract/invitations";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Button } from "../../components/ui/button.tsx";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { queryClient, sessionOptions, trpc } from "../../lib/trpc.ts";
import { useOpenOrganization } from "../organization/use-open-organization.ts";
import { joiningOf } from "./joining.ts";

interface JoinAsYourselfProps {
  token: string;
  preview: InvitationPreview;
  session: SessionState;
  email: string;
  /** They have just signed in here in order to join. */
  isAtOnce: boolean;
}

/** For somebody who is signed in: one button, or why it would not work and what does. */
export function JoinAsYourself({ token, preview, session, email, isAtOnce }: JoinAsYourselfProps) {
  const { organization } = preview;
  const joining = joiningOf(preview, session.organizations, email);
  const open = useOpenOrganization();
  const accept = useMutation(trpc.invitations.accept.mutationOptions({ gcTime: 0 }));
  const join = useMutation({
    mutationFn: async () => {
      if (joining === "open") await accept.mutateAsync({ token });
      await open(organization.id);
    },
    onSuccess: () => showToast({ title: `This is ${organization.name}.` }),
  });
  const signOut = useMutation(
    trpc.auth.signOut.mutationOptions({
      onSuccess: () => queryClient.refetchQueries({ queryKey: sessionOptions.queryKey }),
    }),
  );
  const hasBegun = useRef(false);
  const { mutate } = join;
  useEffect(() => {
    if (!isAtOnce || hasBegun.current || joining === "for_another") return;
    hasBegun.current = true;
    mutate();
  }, [isAtOnce, joining, mutate]);

  const error = join.error ?? signOut.error;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ui">
        {joining === "member" ? `You belong to ${organization.name} already.` : null}
        {joining === "for_another" ? `It is for ${preview.email}, and you are signed in as ${email}.` : null}
        {joining === "open" ? `You are signed in as ${email}.` : null}
      </p>
      {error ? (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
          {problemSentence(error)}
        </p>
      ) : null}
      {joining === "for_another" ? null : (
        <Button variant="primary" size="lg" isBusy={join.isPending} onClick={() => join.mutate()}>
          {joining === "member" ? "Open" : "Join"} {organization.name}
        </Button>
      )}
      <Button
        variant={joining === "for_another" ? "primary" : "quiet"}
        size="lg"
        isBusy={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        Use another account
      </Button>
    </div>
  );
}
