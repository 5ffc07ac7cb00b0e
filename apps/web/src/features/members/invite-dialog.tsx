import type { CreatedInvitation } from "@stowage/contract/invitations";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { CopyButton } from "../../components/ui/copy-button.tsx";
import { Dialog, DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { Time } from "../../components/ui/time.tsx";
import { InviteForm } from "./invite-form.tsx";
import { ROLE_WORDS } from "./role-words.ts";

/** One dialog, two states: the form, then the link, which lives in this component's state alone. */
export function InviteDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const emailRef = useRef<HTMLInputElement>(null);
  const [made, setMade] = useState<CreatedInvitation | null>(null);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      onClosed={() => setMade(null)}
      title={made ? "Hand over this link" : "Invite a member"}
      description={made ? "It is shown this once. Lost, you take it back and invite again." : undefined}
      initialFocus={emailRef}
      closesOnOutsidePress={false}
    >
      {made ? (
        <InvitationLink made={made} onDone={onClose} />
      ) : (
        <InviteForm onInvited={setMade} onCancel={onClose} emailRef={emailRef} />
      )}
    </Dialog>
  );
}

function InvitationLink({ made, onDone }: { made: CreatedInvitation; onDone: () => void }) {
  const copy = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    copy.current?.focus();
  }, []);
  return (
    <>
      <DialogBody>
        <div className="flex items-center gap-2 max-sm:flex-col max-sm:items-stretch">
          <code
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the link must be selectable by keyboard
            tabIndex={0}
            className="min-w-0 grow rounded-md border border-control bg-sunken px-3 py-2 font-mono text-ui break-all text-ink select-all"
          >
            {made.url}
          </code>
          <CopyButton ref={copy} text={made.url ?? ""} label="Copy the link" variant="primary" size="lg" />
        </div>
        <p className="text-ui text-muted">
          {made.email ? `Only ${made.email} can accept it` : "Whoever has it can come in"}, as{" "}
          {ROLE_WORDS[made.role].label.toLowerCase()}
          {made.max_uses > 1 ? `, ${made.max_uses} people at the most` : ""}. It ends{" "}
          <Time at={made.expires_at} />.
        </p>
        {made.email ? (
          <p className="text-ui text-muted">
            {made.mailed
              ? "It is on its way by mail, too."
              : "No mail was sent, since this server has no mail set up. Hand it over yourself."}
          </p>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onDone}>Done</Button>
      </DialogFooter>
    </>
  );
}
