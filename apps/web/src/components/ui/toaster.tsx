import { Toast } from "@base-ui/react/toast";
import { CircleAlert, X } from "lucide-react";
import { useEffect } from "react";
import { releaseToasts, toastManager } from "../../lib/toasts.ts";
import { buttonStyles } from "./button.tsx";

const TOASTS_MAX = 3;

/** Where toasts appear; F6 moves the focus there. Mounted once. */
export function Toaster() {
  useEffect(releaseToasts, []);
  return (
    <Toast.Provider toastManager={toastManager} limit={TOASTS_MAX}>
      <Toast.Portal>
        <Toast.Viewport
          data-toasts
          className="fixed right-4 bottom-[calc(var(--tab-bar-height)+1rem+env(safe-area-inset-bottom))] z-60 flex w-88 max-w-[calc(100vw-2rem)] flex-col gap-2 outline-none"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["right", "down"]}
      className="translate-x-(--toast-swipe-movement-x) translate-y-(--toast-swipe-movement-y) rounded-lg bg-surface text-ui text-ink shadow-dialog transition duration-200 data-ending-style:translate-y-2 data-ending-style:opacity-0 data-limited:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0 data-swiping:transition-none"
    >
      <Toast.Content className="flex items-center gap-2 py-2 pr-2 pl-3.5">
        {toast.type === "error" ? (
          <CircleAlert aria-hidden className="size-4 shrink-0 text-danger-ink" />
        ) : null}
        <div className="min-w-0 grow py-0.5">
          <Toast.Title className="font-medium" />
          <Toast.Description className="text-muted" />
        </div>
        {toast.actionProps ? <Toast.Action className={buttonStyles({ size: "sm" })} /> : null}
        <Toast.Close
          aria-label="Dismiss"
          className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink coarse:size-10"
        >
          <X aria-hidden className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
