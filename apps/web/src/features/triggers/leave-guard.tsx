import { useBlocker } from "@tanstack/react-router";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";

/** Asks before a screen is left whose work is not saved; of a closed tab the browser asks. */
export function LeaveGuard({ isActive }: { isActive: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isActive && current.pathname !== next.pathname,
    enableBeforeUnload: isActive,
    disabled: !isActive,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={status === "blocked"}
      onClose={() => reset?.()}
      title="Leave without saving?"
      confirmLabel="Leave"
      onConfirm={() => proceed?.()}
    >
      What you changed in this trigger is not saved, and would be lost.
    </ConfirmDialog>
  );
}
