import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronsUpDown, Keyboard, LogOut, Settings } from "lucide-react";
import { ThemeSwitch } from "../../components/theme-switch.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../components/ui/menu.tsx";
import { sessionOptions } from "../../lib/trpc.ts";
import { useFrameOverlays } from "./frame-overlays.ts";
import { useSignOut } from "./use-sign-out.ts";

/** Who is signed in, and what concerns only them. */
export function AccountMenu() {
  const { data: session } = useQuery(sessionOptions);
  const { openShortcuts } = useFrameOverlays();
  const signOut = useSignOut();
  const user = session?.user;
  if (!user) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center justify-between px-2">
        <span className="text-xs text-faint">Theme</span>
        <ThemeSwitch />
      </div>
      <Menu
        side="top"
        align="start"
        className="w-51"
        trigger={
          <button
            type="button"
            className="flex w-full min-w-0 items-center gap-2.5 rounded-md px-2 py-1.5 text-left transition-colors hover:bg-hover data-popup-open:bg-hover"
          >
            <span
              aria-hidden
              className="inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-2xs font-semibold text-accent-ink"
            >
              {initialsOf(user.name)}
            </span>
            <span className="min-w-0 grow">
              <span className="sr-only">Account: </span>
              <span className="block truncate text-ui font-medium">{user.name}</span>
              <span className="block truncate text-xs text-muted">{user.email}</span>
            </span>
            <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />
          </button>
        }
      >
        <MenuItem icon={Settings} link={<Link to="/settings" />}>
          Settings
        </MenuItem>
        <MenuItem icon={Keyboard} keys="?" onSelect={openShortcuts}>
          Keyboard shortcuts
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={LogOut} onSelect={signOut}>
          Sign out
        </MenuItem>
      </Menu>
    </div>
  );
}

function initialsOf(name: string): string {
  const words = name.split(" ").filter(Boolean);
  const first = [...(words[0] ?? "")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
}
