import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { LogOut, Search } from "lucide-react";
import { ThemeSwitch } from "../../components/theme-switch.tsx";
import { Dialog, DialogBody } from "../../components/ui/dialog.tsx";
import { sessionOptions } from "../../lib/trpc.ts";
import { EnvironmentSwitch } from "./environment-switch.tsx";
import { useFrameOverlays } from "./frame-overlays.ts";
import { ADMIN_PLACES, NOTIFICATIONS_PLACE, OTHER_PLACES } from "./navigation.ts";
import { OrganizationList } from "./organization-list.tsx";
import { useSignOut } from "./use-sign-out.ts";

const PLACES = [...OTHER_PLACES, NOTIFICATIONS_PLACE, ...ADMIN_PLACES];
const lineStyles = "flex min-h-12 w-full items-center gap-3 rounded-lg px-3 text-sm text-ink hover:bg-hover";

/** On a phone, everything that has no tab: further screens, search, theme and the way out. */
export function MoreSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { data: session } = useQuery(sessionOptions);
  const { openPalette } = useFrameOverlays();
  const signOut = useSignOut();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={session?.user?.name ?? "More"}
      description={session?.user?.email}
    >
      <DialogBody className="gap-0 px-2 pt-1 pb-3">
        <OrganizationList onDone={onClose} />
        <EnvironmentSwitch className="min-h-12 gap-3 rounded-lg px-3 text-sm [&>svg]:size-5" />
        <div className="my-2 h-px bg-line" />
        <button
          type="button"
          className={lineStyles}
          onClick={() => {
            onClose();
            openPalette();
          }}
        >
          <Search aria-hidden className="size-5 text-muted" />
          Search or jump
        </button>
        {PLACES.map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} onClick={onClose} className={lineStyles}>
            <Icon aria-hidden className="size-5 text-muted" />
            {label}
          </Link>
        ))}
        <div className="my-2 h-px bg-line" />
        <div className="flex items-center justify-between gap-4 px-3 py-1">
          <span>Theme</span>
          <ThemeSwitch />
        </div>
        <div className="my-2 h-px bg-line" />
        <button type="button" className={lineStyles} onClick={signOut}>
          <LogOut aria-hidden className="size-5 text-muted" />
          Sign out
        </button>
      </DialogBody>
    </Dialog>
  );
}
