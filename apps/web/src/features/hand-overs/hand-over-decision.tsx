import type { HandOver } from "@stowage/contract/hand-overs";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Select } from "../../components/ui/select.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { showOrganization } from "../../lib/change-where.ts";
import { problemSentence } from "../../lib/problem.ts";
import { meOptions, sessionOptions, trpc } from "../../lib/trpc.ts";
import { AccountCard } from "../account/account-card.tsx";
import { NoKeysAllowed } from "../api-keys/no-keys-allowed.tsx";
import { ApprovalForm } from "./approval-form.tsx";
import { AskingProgram } from "./asking-program.tsx";

interface HandOverDecisionProps {
  code: string;
  handOver: HandOver;
  onDecided: (decision: "approved" | "refused") => void;
}

/** Who asks for a key, for which organization, and yes or no. */
export function HandOverDecision({ code, handOver, onDecided }: HandOverDecisionProps) {
  const { data: session } = useQuery(sessionOptions);
  const { data: me, error } = useQuery(meOptions);
  const refuse = useMutation(
    trpc.handOvers.refuse.mutationOptions({ gcTime: 0, onSuccess: () => onDecided("refused") }),
  );
  const organizations = session?.organizations ?? [];
  const mayMake = me?.scopes.includes("api-keys:manage") || me?.scopes.includes("admin:*");
  const refusal = (
    <Button size="lg" isBusy={refuse.isPending} onClick={() => refuse.mutate({ user_code: code })}>
      Refuse
    </Button>
  );
  return (
    <AccountCard
      isNext
      isWide
      title={`Give “${handOver.client_name}” a key?`}
      text={
        <>
          You are signed in as {session?.user?.email}. The key will be of{" "}
          <strong className="font-medium text-ink">{session?.organization?.name}</strong>.
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <AskingProgram handOver={handOver} />
        {organizations.length > 1 ? (
          <Field label="Organization" className="sm:max-w-80">
            <Select
              value={session?.organization?.id ?? ""}
              onValueChange={showOrganization}
              options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        ) : null}
        {refuse.error || error ? (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
            {problemSentence(refuse.error ?? error)}
          </p>
        ) : null}
        {me && mayMake ? (
          <ApprovalForm
            key={me.organization.id}
            code={code}
            handOver={handOver}
            me={me}
            onApproved={() => onDecided("approved")}
          >
            {refusal}
          </ApprovalForm>
        ) : me ? (
          <>
            <NoKeysAllowed />
            {refusal}
          </>
        ) : (
          <Skeleton className="h-64 w-full" />
        )}
      </div>
    </AccountCard>
  );
}
