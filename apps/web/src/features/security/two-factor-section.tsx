import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { problemSentence } from "../../lib/problem.ts";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { type Outputs, queryClient, trpc } from "../../lib/trpc.ts";
import { useConfirmed } from "../account/use-confirmed.tsx";
import { SettingsRow, SettingsSection } from "../settings/settings-section.tsx";
import { RenewCodesDialog } from "./renew-codes-dialog.tsx";
import { SetUpTwoFactorDialog } from "./set-up-two-factor-dialog.tsx";

type Start = Outputs["twoFactor"]["start"];

/** Few enough that somebody should make new ones. */
const CODES_FEW = 3;

/** K62: the second factor: set up, its recovery codes, and off. */
export function TwoFactorSection() {
  const state = useQuery(trpc.twoFactor.get.queryOptions());
  const [asked, setAsked] = useState<"renew" | "disable" | null>(null);
  const [started, setStarted] = useState<Start | null>(null);
  const renewButton = useRef<HTMLButtonElement>(null);
  const { confirmed, confirmDialog } = useConfirmed();
  // The answer holds the secret: it is taken out and the mutation emptied, so that no cache keeps it.
  const call = useMutation(trpc.twoFactor.start.mutationOptions({ gcTime: 0 }));
  const start = useMutation({
    mutationFn: async () => {
      setStarted(await confirmed(() => call.mutateAsync()));
      call.reset();
    },
    onError: (error) => showProblem("The set-up did not begin.", error),
  });

  if (state.isError && !state.data) {
    return (
      <SettingsSection title="Second factor">
        <QueryProblem error={state.error} onRetry={() => void state.refetch()} />
      </SettingsSection>
    );
  }
  return (
    <SettingsSection
      title="Second factor"
      text="A code from an app on your phone, beside the password. A stolen password alone then opens nothing."
    >
      {state.data?.is_enabled ? (
        <>
          <SettingsRow label="Authenticator app" text="Asked for whenever you sign in.">
            <Badge tone="ok">On</Badge>
          </SettingsRow>
          <SettingsRow label="Recovery codes" text={<CodesLeft count={state.data.recovery_codes_left} />}>
            <Button ref={renewButton} onClick={() => setAsked("renew")}>
              Make new codes
            </Button>
          </SettingsRow>
          <SettingsRow label="Turn it off" text="The password alone signs you in again.">
            <Button className="text-danger-ink" onClick={() => setAsked("disable")}>
              Turn off
            </Button>
          </SettingsRow>
        </>
      ) : (
        <SettingsRow
          label="Authenticator app"
          text={
            state.data
              ? "Off. Any app for one-time codes will do, a password manager too."
              : "Asking whether it is on."
          }
        >
          {state.data ? (
            <Button variant="primary" isBusy={start.isPending} onClick={() => start.mutate()}>
              Set up
            </Button>
          ) : (
            <Skeleton className="h-8 w-20" />
          )}
        </SettingsRow>
      )}
      <SetUpTwoFactorDialog
        started={started}
        onClosed={() => {
          // The button that opened it is gone once the factor is on.
          if (document.activeElement === document.body) renewButton.current?.focus();
        }}
        onClose={() => {
          setStarted(null);
          void queryClient.invalidateQueries(trpc.twoFactor.pathFilter());
        }}
      />
      <RenewCodesDialog
        isOpen={asked === "renew"}
        onClose={() => {
          setAsked(null);
          void queryClient.invalidateQueries(trpc.twoFactor.pathFilter());
        }}
      />
      <DisableDialog isOpen={asked === "disable"} onClose={() => setAsked(null)} />
      {confirmDialog}
    </SettingsSection>
  );
}

function CodesLeft({ count }: { count: number }) {
  if (count === 0) return "None left. Without your phone you could not sign in.";
  if (count > CODES_FEW) return `${count} left, each good for one sign-in without the phone.`;
  return <span className="text-warn-ink">Only {count} left. Make new ones before you need them.</span>;
}

function DisableDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { confirmed, confirmDialog } = useConfirmed();
  const call = useMutation(trpc.twoFactor.disable.mutationOptions());
  const disable = useMutation({
    mutationFn: () => confirmed(() => call.mutateAsync()),
    onSuccess: async (state) => {
      onClose();
      if (!state) return;
      queryClient.setQueryData(trpc.twoFactor.get.queryKey(), state);
      showToast({ title: "The second factor is off." });
    },
  });
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={() => {
        disable.reset();
        onClose();
      }}
      title="Turn the second factor off?"
      confirmLabel="Turn off"
      onConfirm={() => disable.mutate()}
      isBusy={disable.isPending}
      error={disable.error ? problemSentence(disable.error) : undefined}
    >
      Your password alone will sign you in. The entry in your app and the recovery codes are of no more use.
      {confirmDialog}
    </ConfirmDialog>
  );
}
