import type { OrganizationSummary } from "@stowage/contract/accounts";
import type { InvitationPreview } from "@stowage/contract/invitations";

/** What an invitation is to somebody who is signed in: open to them, for another address, or behind them. */
export type Joining = "open" | "for_another" | "member";

export function joiningOf(
  invitation: Pick<InvitationPreview, "email" | "organization">,
  organizations: readonly OrganizationSummary[],
  email: string,
): Joining {
  if (organizations.some(({ id }) => id === invitation.organization.id)) return "member";
  const isForAnother = invitation.email !== null && invitation.email.toLowerCase() !== email.toLowerCase();
  return isForAnother ? "for_another" : "open";
}
