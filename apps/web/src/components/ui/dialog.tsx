import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { cx } from "../../lib/class-names.ts";

/** The dark ground behind dialogs. */
export const scrimStyles =
  "fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

/** A card in the middle; on a phone a sheet from the bottom edge. */
export const dialogStyles =
  "fixed z-40 flex max-h-[calc(100dvh-4rem)] flex-col bg-surface text-ink shadow-dialog outline-none transition duration-150 ease-out max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[calc(100dvh-2rem)] max-sm:rounded-t-2xl max-sm:pb-[env(safe-area-inset-bottom)] max-sm:data-ending-style:translate-y-full max-sm:data-starting-style:translate-y-full sm:top-[max(2rem,12vh)] sm:left-1/2 sm:max-h-[calc(100dvh-max(2rem,12vh)-2rem)] sm:w-[calc(100vw-4rem)] sm:-translate-x-1/2 sm:rounded-xl sm:data-ending-style:scale-98 sm:data-ending-style:opacity-0 sm:data-starting-style:scale-98 sm:data-starting-style:opacity-0";

const FIRST_CONTROL = "form :is(input, textarea, select):not([type=hidden], :disabled)";

const WIDTHS = { sm: "sm:max-w-md", md: "sm:max-w-lg", lg: "sm:max-w-2xl", xl: "sm:max-w-4xl" };

/** The focus back to a row of a table. Left to the library, it would go to the first link in it: Tab does not reach rows. */
function giveBackTo(opener: Element | null): boolean {
  if (!(opener instanceof HTMLElement && opener.isConnected && opener.matches("[data-row]"))) return false;
  opener.focus({ preventScroll: true });
  return true;
}

interface DialogProps {
  isOpen: boolean;
  /** Asked to close by Escape, the cross or a press outside; not obeying keeps the dialog open. */
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  width?: keyof typeof WIDTHS;
  /** What gets the focus first; without it, the first box to type in, or else the dialog. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Whether a press outside closes it; no where typed work would be lost. */
  closesOnOutsidePress?: boolean;
  onClosed?: () => void;
}

/**
 * A modal dialog. Its children are {@link DialogBody} and {@link DialogFooter}, inside a form where there is one.
 * The focus goes back to what opened it.
 */
export function Dialog(props: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (props.isOpen) opener.current = document.activeElement;
  }, [props.isOpen]);
  // By touch the dialog itself, so that no keyboard covers it at once.
  const firstControl = (openedBy: string) =>
    (openedBy === "touch" ? null : popup.current?.querySelector<HTMLElement>(FIRST_CONTROL)) ?? popup.current;
  return (
    <Base.Root
      open={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      onOpenChangeComplete={(isOpen) => {
        if (!isOpen) props.onClosed?.();
      }}
      disablePointerDismissal={props.closesOnOutsidePress === false}
    >
      <Base.Portal>
        <Base.Backdrop className={scrimStyles} />
        <Base.Popup
          ref={popup}
          initialFocus={props.initialFocus ?? firstControl}
          finalFocus={() => !giveBackTo(opener.current)}
          className={cx(dialogStyles, WIDTHS[props.width ?? "md"])}
        >
          <header className="flex items-start gap-4 px-5 pt-4 pb-1">
            <div className="flex min-w-0 grow flex-col gap-1">
              <Base.Title className="text-base font-semibold">{props.title}</Base.Title>
              {props.description ? (
                <Base.Description className="text-ui text-muted">{props.description}</Base.Description>
              ) : null}
            </div>
            <Base.Close
              aria-label="Close"
              className="-mt-1 -mr-2 inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink coarse:size-10"
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
          </header>
          {props.children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The scrolling middle of a dialog. */
export function DialogBody({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={cx("flex min-h-0 flex-col gap-4 overflow-y-auto px-5 pt-3 pb-5", className)}>
      {children}
    </div>
  );
}

/** The actions of a dialog, the main one last. */
export function DialogFooter({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <footer
      className={cx(
        "flex shrink-0 items-center justify-end gap-2 border-t border-line px-5 py-3 max-sm:*:grow",
        className,
      )}
    >
      {children}
    </footer>
  );
}
