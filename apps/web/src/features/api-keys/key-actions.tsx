import type { ApiKey } from "@stowage/contract/api-keys";
import { Ban, Pause, Pencil, Play, RefreshCw } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";

interface KeyActionsProps {
  apiKey: ApiKey;
  /** K24: who may only see it may end it all the same. */
  isReadOnly: boolean;
  isSwitching: boolean;
  onEdit: () => void;
  onRotate: () => void;
  onActiveChange: (active: boolean) => void;
  onRevoke: () => void;
}

/** What can be done with a key that has not ended. */
export function KeyActions({ apiKey, isReadOnly, isSwitching, onActiveChange, ...on }: KeyActionsProps) {
  const isDisabled = apiKey.status === "disabled";
  const revoke = (
    <Button variant="quiet-danger" onClick={on.onRevoke}>
      <Ban aria-hidden />
      Revoke
    </Button>
  );
  if (isReadOnly) return revoke;
  return (
    <>
      {revoke}
      <Button isBusy={isSwitching} onClick={() => onActiveChange(isDisabled)}>
        {isDisabled ? <Play aria-hidden /> : <Pause aria-hidden />}
        {isDisabled ? "Enable" : "Disable"}
      </Button>
      {apiKey.status === "rotating" ? null : (
        <Button onClick={on.onRotate}>
          <RefreshCw aria-hidden />
          Rotate
        </Button>
      )}
      <Button onClick={on.onEdit}>
        <Pencil aria-hidden />
        Edit key
      </Button>
    </>
  );
}
