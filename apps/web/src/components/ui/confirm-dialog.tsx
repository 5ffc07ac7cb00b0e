import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { Button, buttonStyles } from "./button.tsx";
import { dialogStyles, scrimStyles } from "./dialog.tsx";

interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** The question: "Delete Garage?" */
  title: string;
  /** What will happen, and what cannot be undone. */
  children: ReactNode;
  /** The verb of the question: "Delete". */
  confirmLabel: string;
  onConfirm: () => void;
  tone?: "danger" | "normal";
  isBusy?: boolean;
  /** Why it did not work, with what to do next. */
  error?: ReactNode;
  /** Leaves only the way out, when the answer was that it cannot be done. */
  isConfirmHidden?: boolean;
}

/** Asks before something that is not undone by a toast. Only its buttons and Escape close it. */
export function ConfirmDialog({ tone = "danger", isBusy = false, ...props }: ConfirmDialogProps) {
  return (
    <Base.Root
      open={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={scrimStyles} />
        <Base.Popup className={cx(dialogStyles, "sm:max-w-md")}>
          <div className="flex flex-col gap-2 overflow-y-auto px-5 pt-4 pb-5">
            <Base.Title className="text-base font-semibold">{props.title}</Base.Title>
            <Base.Description render={<div />} className="text-ui text-muted">
              {props.children}
            </Base.Description>
            {props.error ? (
              <p role="alert" className="mt-1 rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
                {props.error}
              </p>
            ) : null}
          </div>
          <footer className="flex justify-end gap-2 border-t border-line px-5 py-3 max-sm:*:grow">
            <Base.Close className={buttonStyles()}>{props.isConfirmHidden ? "Close" : "Cancel"}</Base.Close>
            {props.isConfirmHidden ? null : (
              <Button
                variant={tone === "danger" ? "danger" : "primary"}
                isBusy={isBusy}
                onClick={props.onConfirm}
              >
                {props.confirmLabel}
              </Button>
            )}
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
