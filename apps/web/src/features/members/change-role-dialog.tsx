import type { Member } from "@stowage/contract/members";
import type { Role } from "@stowage/contract/roles";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { RadioGroup } from "../../components/ui/radio-group.tsx";
import { problemSentence } from "../../lib/problem.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { keysOf } from "./key-words.ts";
import { refreshMembers } from "./member-cache.ts";
import { rolesToGive } from "./member-policy.ts";
import { ROLE_WORDS, ROLES } from "./role-words.ts";

interface ChangeRoleDialogProps {
  /** Whose role; null closes the dialog. */
  member: Member | null;
  /** The role of whoever changes it. */
  mine: Role;
  onClose: () => void;
}

export function ChangeRoleDialog({ member: asked, mine, onClose }: ChangeRoleDialogProps) {
  const member = useLastValue(asked);
  if (!member) return null;
  return (
    <Dialog isOpen={asked !== null} onClose={onClose} title={`Change the role of ${member.name}`}>
      <RoleChoice key={`${member.id} ${member.role}`} member={member} mine={mine} onClose={onClose} />
    </Dialog>
  );
}

function RoleChoice({ member, mine, onClose }: { member: Member; mine: Role; onClose: () => void }) {
  const [role, setRole] = useState(member.role);
  const update = useMutation(
    trpc.members.update.mutationOptions({
      onSuccess: async (after) => {
        onClose();
        showToast({ title: `${after.name} is now ${ROLE_WORDS[after.role].label.toLowerCase()}.` });
        await refreshMembers();
      },
    }),
  );
  const keys = keysOf(member);
  return (
    <>
      <DialogBody>
        <RadioGroup
          label="Role"
          look="cards"
          value={role}
          onValueChange={setRole}
          options={rolesToGive(mine).map((value) => ({
            value,
            label: ROLE_WORDS[value].label,
            hint: ROLE_WORDS[value].text,
          }))}
        />
        <p role="status" className="text-ui text-muted empty:hidden">
          {keys && isLess(role, member.role)
            ? `${keys} can do no more than the new role from the next request on, whatever their scopes say.`
            : null}
        </p>
        {update.error ? (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
            {problemSentence(update.error)}
          </p>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          isBusy={update.isPending}
          onClick={() => (role === member.role ? onClose() : update.mutate({ id: member.id, role }))}
        >
          Change role
        </Button>
      </DialogFooter>
    </>
  );
}

function isLess(role: Role, than: Role): boolean {
  return ROLES.indexOf(role) > ROLES.indexOf(than);
}
