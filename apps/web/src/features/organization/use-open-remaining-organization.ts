import { useRouter } from "@tanstack/react-router";
import { enterOrganization } from "../../lib/change-where.ts";
import { queryClient, sessionOptions } from "../../lib/trpc.ts";

/** After leaving or ending an organization: goes to another one of the reader's, or to where one can be made. */
export function useOpenRemainingOrganization(): () => Promise<void> {
  const router = useRouter();
  return async () => {
    const session = await queryClient.fetchQuery({ ...sessionOptions, staleTime: 0 });
    // Out of the frame first, since all that it shows is of an organization.
    if (!session.organization) await router.navigate({ to: "/no-organization" });
    enterOrganization(session);
    if (session.organization) await router.navigate({ to: "/" });
  };
}
