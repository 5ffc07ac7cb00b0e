import { type RefObject, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Checkbox } from "../../components/ui/checkbox.tsx";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { CopyButton } from "../../components/ui/copy-button.tsx";
import { Dialog, DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { Disclosure } from "../../components/ui/disclosure.tsx";
import { SnippetTabs } from "../api-keys/snippet-tabs.tsx";
import type { MadeSecret } from "./made-secrets.ts";
import { SIGNED_HEADERS, verifySnippets } from "./verify-snippets.ts";

interface SigningSecretDialogProps {
  /** The secrets that were just made, one a webhook; without any it is closed. */
  secrets: readonly MadeSecret[];
  /** Told once it is gone from the screen: then they are to be forgotten. */
  onClose: () => void;
}

/** Signing secrets, shown this once, and how the other side checks with them. Closing without storing them is asked about. */
export function SigningSecretDialog({ secrets, onClose }: SigningSecretDialogProps) {
  const [isStored, setIsStored] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [isClosing, setIsClosing] = useState(false);
  const copy = useRef<HTMLButtonElement>(null);
  const isOne = secrets.length === 1;
  return (
    <>
      <Dialog
        isOpen={secrets.length > 0 && !isClosing}
        onClose={() => {
          if (isStored) setIsClosing(true);
          else setIsAsking(true);
        }}
        onClosed={() => {
          setIsClosing(false);
          setIsStored(false);
          if (secrets.length > 0) onClose();
        }}
        initialFocus={copy}
        title={isOne ? "Store the signing secret now" : "Store the signing secrets now"}
        description="Posts are signed with it, so that the other side knows that they are yours. This is the only time it is shown."
        width="lg"
        closesOnOutsidePress={false}
      >
        <DialogBody>
          {secrets.map((made, index) => (
            <Secret
              key={made.actionId}
              made={made}
              copyRef={index === 0 ? copy : undefined}
              onCopied={() => setIsStored(isOne)}
            />
          ))}
          <Disclosure label="How to check a post" isOpenAtFirst={isOne}>
            <div className="flex flex-col gap-4 pt-2">
              <SnippetTabs
                snippets={verifySnippets(secrets[0]?.secret ?? "")}
                onCopied={() => setIsStored(isOne)}
              />
              <dl className="flex flex-col gap-2 text-ui">
                {SIGNED_HEADERS.map(([name, meaning]) => (
                  <div key={name}>
                    <dt className="font-mono text-xs text-ink">{name}</dt>
                    <dd className="text-xs text-muted">{meaning}</dd>
                  </div>
                ))}
              </dl>
            </div>
          </Disclosure>
        </DialogBody>
        <DialogFooter className="justify-between max-sm:flex-col max-sm:items-stretch">
          <Checkbox
            label={isOne ? "I have stored it" : "I have stored them"}
            isChecked={isStored}
            onCheckedChange={setIsStored}
          />
          <Button variant="primary" disabled={!isStored} onClick={() => setIsClosing(true)}>
            Done
          </Button>
        </DialogFooter>
      </Dialog>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title="Close without storing it?"
        confirmLabel="Close anyway"
        onConfirm={() => {
          setIsAsking(false);
          setIsClosing(true);
        }}
      >
        The secret cannot be shown again. The posts go out all the same; to check them you would have to
        rotate it.
      </ConfirmDialog>
    </>
  );
}

interface SecretProps {
  made: MadeSecret;
  copyRef: RefObject<HTMLButtonElement | null> | undefined;
  onCopied: () => void;
}

function Secret({ made: { url, secret }, copyRef, onCopied }: SecretProps) {
  return (
    <div>
      <p className="mb-1 text-xs break-all text-muted">{url}</p>
      <div className="flex items-center gap-2 max-sm:flex-col max-sm:items-stretch">
        <code
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the secret must be selectable by keyboard
          tabIndex={0}
          className="min-w-0 grow rounded-md border border-control bg-sunken px-3 py-2 font-mono text-ui break-all text-ink select-all"
        >
          {secret}
        </code>
        <CopyButton
          {...(copyRef && { ref: copyRef })}
          text={secret}
          label="Copy the secret"
          variant="primary"
          size="lg"
          onCopied={onCopied}
        />
      </div>
    </div>
  );
}
