import type { Member } from "@stowage/contract/members";
import { useMutation } from "@tanstack/react-query";
import { Ellipsis, UserRoundCheck, UserRoundCog, UserRoundMinus, UserRoundX } from "lucide-react";
import { Menu, MenuItem, MenuSeparator } from "../../components/ui/menu.tsx";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { refreshMembers } from "./member-cache.ts";

/** What asks first. */
export type MemberAction = "role" | "suspend" | "remove";

interface MemberMenuProps {
  member: Member;
  onAsk: (action: MemberAction) => void;
}

export function MemberMenu({ member, onAsk }: MemberMenuProps) {
  const letIn = useMutation(
    trpc.members.update.mutationOptions({
      onSuccess: async () => {
        showToast({ title: `${member.name} is in again.`, text: "Their keys work again, too." });
        await refreshMembers();
      },
      onError: (error) => showProblem(`${member.name} is still suspended.`, error),
    }),
  );
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Actions for ${member.name}`}
          className="inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-pressed hover:text-ink aria-expanded:bg-pressed coarse:size-10"
        >
          <Ellipsis aria-hidden className="size-4" />
        </button>
      }
    >
      <MenuItem icon={UserRoundCog} onSelect={() => onAsk("role")}>
        Change role
      </MenuItem>
      {member.is_active ? (
        <MenuItem icon={UserRoundMinus} onSelect={() => onAsk("suspend")}>
          Suspend
        </MenuItem>
      ) : (
        <MenuItem icon={UserRoundCheck} onSelect={() => letIn.mutate({ id: member.id, active: true })}>
          Let in again
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={UserRoundX} tone="danger" onSelect={() => onAsk("remove")}>
        Remove
      </MenuItem>
    </Menu>
  );
}
