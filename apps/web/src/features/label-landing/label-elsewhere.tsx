import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { enterEnvironment } from "../../lib/change-where.ts";
import { problemOf, problemSentence } from "../../lib/problem.ts";
import { callRest } from "../../lib/rest.ts";
import { showProblem } from "../../lib/toasts.ts";
import { sessionOptions } from "../../lib/trpc.ts";
import { useEnvironment } from "../../lib/where.ts";
import { useOpenOrganization } from "../organization/use-open-organization.ts";

/** A label that is not there in the place that this tab shows: perhaps in another one of the reader's. */
export function LabelElsewhere({ code, error }: { code: string; error: unknown }) {
  const isTest = useEnvironment() === "test";
  const isOtherEnvironment = problemOf(error)?.code === "environment_mismatch";
  const owner = useOwner(code, !isOtherEnvironment);
  if (isOtherEnvironment)
    return (
      <EmptyState
        icon={SearchX}
        title={isTest ? "This label stands on live data" : "This label stands on test data"}
        text="You are in the other environment of this organization."
        action={
          <Button variant="primary" onClick={() => void enterEnvironment(isTest ? "live" : "test")}>
            {isTest ? "Leave test mode and open it" : "Open it in test mode"}
          </Button>
        }
      />
    );
  if (owner.data) return <OfOtherOrganization code={code} organization={owner.data} />;
  return (
    <div role="alert">
      <EmptyState
        icon={SearchX}
        title={owner.isFetching ? "Looking in your other organizations…" : "This label is not here"}
        text={owner.isFetching ? "One moment." : `${problemSentence(error)} It may belong to somebody else.`}
      />
    </div>
  );
}

interface Owner {
  id: string;
  name: string;
}

/** Whichever other organization of the reader's has the label; asked one by one, since most people have one or two. */
function useOwner(code: string, isWanted: boolean) {
  const { data: session } = useQuery(sessionOptions);
  const others = session?.organizations.filter(({ id }) => id !== session.organization?.id) ?? [];
  return useQuery({
    queryKey: ["label-owner", code, others.map(({ id }) => id)],
    enabled: isWanted && others.length > 0,
    queryFn: async (): Promise<Owner | null> => {
      for (const { id, name } of others) if (await hasLabel(id, code)) return { id, name };
      return null;
    },
  });
}

async function hasLabel(organizationId: string, code: string): Promise<boolean> {
  try {
    await callRest("GET", `codes/${code}`, { where: { "x-organization-id": organizationId } });
    return true;
  } catch (error) {
    return problemOf(error)?.code === "environment_mismatch";
  }
}

function OfOtherOrganization({ code, organization }: { code: string; organization: Owner }) {
  const router = useRouter();
  const open = useOpenOrganization();
  const [isBusy, setIsBusy] = useState(false);
  async function go(): Promise<void> {
    setIsBusy(true);
    try {
      await open(organization.id);
      await router.navigate({ to: "/c/$code", params: { code } });
    } catch (error) {
      setIsBusy(false);
      showProblem("You are still where you were.", error);
    }
  }
  return (
    <EmptyState
      icon={SearchX}
      title={`This label belongs to ${organization.name}`}
      text="That is another one of your organizations."
      action={
        <Button variant="primary" isBusy={isBusy} onClick={() => void go()}>
          Switch to {organization.name} and open it
        </Button>
      }
    />
  );
}
