import type { ApiKey } from "@stowage/contract/api-keys";
import { SCOPES, type Scope } from "@stowage/contract/scopes";
import { Dialog } from "../../components/ui/dialog.tsx";
import { useLastValue } from "../../lib/use-last-value.ts";
import { joinWords } from "./access-words.ts";
import { EditKeyForm } from "./edit-key-form.tsx";
import { withAsked } from "./scope-changes.ts";

interface EditKeyDialogProps {
  isOpen: boolean;
  apiKey: ApiKey;
  /** What the reader may do, and so may grant. */
  mine: readonly Scope[];
  /** K23: what a refused script asked for. It is ticked; nothing is granted before it is saved. */
  asked: readonly Scope[];
  onClose: () => void;
}

export function EditKeyDialog({ isOpen, apiKey, mine, asked, onClose }: EditKeyDialogProps) {
  const lastAsked = useLastValue(isOpen ? asked : null) ?? asked;
  // What the key has already is no raise, so that it can be taken and given back before saving.
  const grantable = [...mine, ...apiKey.scopes];
  const ticked = withAsked(apiKey.scopes, lastAsked, grantable);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={`Edit ${apiKey.name}`}
      description={lastAsked.length > 0 ? askedWords(lastAsked, ticked, apiKey.scopes) : undefined}
      width="lg"
      closesOnOutsidePress={false}
    >
      <EditKeyForm apiKey={apiKey} initialScopes={ticked} grantable={grantable} onClose={onClose} />
    </Dialog>
  );
}

/** What was asked for, and what of it is new, there already, or not the reader's to give. */
function askedWords(asked: readonly Scope[], ticked: readonly Scope[], now: readonly Scope[]): string {
  const labels = (scopes: readonly Scope[]) => joinWords(scopes.map((scope) => SCOPES[scope].label));
  const isHeld = (scope: Scope) => now.includes(scope) || now.includes("admin:*");
  const refused = asked.filter((scope) => !isHeld(scope) && !ticked.includes(scope));
  const sentences = [`The script asked for: ${labels(asked)}.`];
  if (asked.every(isHeld)) sentences.push("The key has that already.");
  else if (refused.length < asked.length) sentences.push("It is ticked below, and granted once you save.");
  if (refused.length > 0)
    sentences.push(`Your role does not include ${labels(refused)}: an admin can grant it.`);
  return sentences.join(" ");
}
