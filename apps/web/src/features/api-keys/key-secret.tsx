import type { ApiKey } from "@stowage/contract/api-keys";
import { useEffect, useRef } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Checkbox } from "../../components/ui/checkbox.tsx";
import { CopyButton } from "../../components/ui/copy-button.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { FirstCallLine } from "./first-call-line.tsx";
import { SnippetTabs } from "./snippet-tabs.tsx";
import { buildSnippets } from "./snippets.ts";

/** A secret while it is on the screen. Kept in component state alone, never in a cache. */
export interface ShownSecret {
  secret: string;
  apiKey: ApiKey;
}

interface KeySecretProps {
  shown: ShownSecret;
  isStored: boolean;
  onStoredChange: (isStored: boolean) => void;
  onDone: () => void;
}

/** K13: the secret, shown this once, with ready snippets and the proof that it works. */
export function KeySecret({ shown: { secret, apiKey }, isStored, onStoredChange, onDone }: KeySecretProps) {
  const copy = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    copy.current?.focus();
  }, []);
  const store = () => onStoredChange(true);
  return (
    <>
      <DialogBody>
        <div className="flex items-center gap-2 max-sm:flex-col max-sm:items-stretch">
          <code
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the secret must be selectable by keyboard
            tabIndex={0}
            className="min-w-0 grow rounded-md border border-control bg-sunken px-3 py-2 font-mono text-ui break-all text-ink select-all"
          >
            {secret}
          </code>
          <CopyButton
            ref={copy}
            text={secret}
            label="Copy the key"
            variant="primary"
            size="lg"
            onCopied={store}
          />
        </div>
        <SnippetTabs
          snippets={buildSnippets({ secret, origin: window.location.origin, scopes: apiKey.scopes })}
          onCopied={store}
        />
        <FirstCallLine keyId={apiKey.id} />
      </DialogBody>
      <DialogFooter className="justify-between max-sm:flex-col max-sm:items-stretch">
        <Checkbox label="I have stored it" isChecked={isStored} onCheckedChange={onStoredChange} />
        <Button variant="primary" disabled={!isStored} onClick={onDone}>
          Done
        </Button>
      </DialogFooter>
    </>
  );
}
