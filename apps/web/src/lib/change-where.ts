import type { SessionState } from "@stowage/contract/accounts";
import type { Environment } from "@stowage/contract/environments";
import { showToast } from "./toasts.ts";
import { queryClient, sessionOptions } from "./trpc.ts";
import { currentWhere, sendBeforeLeaving, sessionHere, settleWhere, setWhere } from "./where.ts";

/** Shows the other environment of the same organization. */
export async function enterEnvironment(environment: Environment): Promise<void> {
  if (currentWhere().environment === environment) return;
  await sendBeforeLeaving();
  forgetData(queryClient.getQueryData(sessionOptions.queryKey));
  setWhere({ ...currentWhere(), environment });
}

/** Shows the organization that the session was switched to, in the environment that the reader is in. */
export function enterOrganization(session: SessionState): void {
  forgetData(session);
  setWhere({ ...currentWhere(), organizationId: session.organization?.id ?? null });
}

/** Shows another organization of the reader's in this tab alone; others stay where they are. */
export function showOrganization(organizationId: string): void {
  forgetData(queryClient.getQueryData(sessionOptions.queryKey));
  setWhere({ ...currentWhere(), organizationId });
}

/** Keeps this tab in an organization of the reader's: told that the one it shows is none (any more), it moves on. */
export function followSession(session: SessionState): void {
  if (!settleWhere(session)) return;
  forgetData(session);
  const { organization } = sessionHere(session);
  showToast({
    title: "You no longer belong to that organization.",
    ...(organization && { text: `This is ${organization.name}.` }),
  });
}

/** Asks the server which organizations are the reader's, and follows the answer. */
export async function checkPlace(): Promise<void> {
  await queryClient.prefetchQuery({ ...sessionOptions, staleTime: 0 });
  const session = queryClient.getQueryData(sessionOptions.queryKey);
  if (session) followSession(session);
}

/**
 * Nothing that was read in one place is shown in another, and what is on its way from there is dropped. The session is
 * put back as a copy, so that what shows it looks again from the new place.
 */
function forgetData(session: SessionState | undefined): void {
  queryClient.removeQueries();
  if (session) queryClient.setQueryData(sessionOptions.queryKey, { ...session });
}
