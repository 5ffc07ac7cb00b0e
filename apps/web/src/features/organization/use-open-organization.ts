import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { enterOrganization } from "../../lib/change-where.ts";
import { trpc } from "../../lib/trpc.ts";
import { currentWhere, sendBeforeLeaving } from "../../lib/where.ts";

/** Goes to the start of an organization of the reader's, where new tabs begin too; nothing of another one stays on the screen. */
export function useOpenOrganization(): (organization_id: string) => Promise<void> {
  const router = useRouter();
  const { mutateAsync: switchTo } = useMutation(
    trpc.auth.switchOrganization.mutationOptions({ onMutate: sendBeforeLeaving }),
  );
  return async (organization_id) => {
    const session = await switchTo({ organization_id });
    const isSomewhere = session.organizations.some(({ id }) => id === currentWhere().organizationId);
    // The screen that is left must not look for its things in the new place; who was nowhere gets in only by that place.
    if (isSomewhere) await router.navigate({ to: "/" });
    enterOrganization(session);
    if (!isSomewhere) await router.navigate({ to: "/" });
  };
}
