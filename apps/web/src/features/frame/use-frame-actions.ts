import { useNavigate } from "@tanstack/react-router";
import {
  Archive,
  FileUp,
  FolderKanban,
  HardDriveDownload,
  Keyboard,
  KeyRound,
  ListTodo,
  LogOut,
  MapPin,
  Monitor,
  Moon,
  Package,
  Search,
  Sun,
  Zap,
} from "lucide-react";
import { useEffect } from "react";
import { type Action, currentActions, useRegisterActions } from "../../lib/actions.ts";
import { focusRow, focusSearch } from "../../lib/row-focus.ts";
import { createShortcutMatcher } from "../../lib/shortcuts.ts";
import { chooseTheme } from "../../lib/theme.ts";
import { useMay } from "../../lib/use-may.ts";
import { ADMIN_PLACES, INVENTORY_PLACES, NOTIFICATIONS_PLACE } from "./navigation.ts";

interface FrameHandlers {
  togglePalette: () => void;
  openShortcuts: () => void;
  signOut: () => void;
}

/** What one can do from every screen, and the one listener that turns keys into actions. */
export function useFrameActions({ togglePalette, openShortcuts, signOut }: FrameHandlers): void {
  const navigate = useNavigate();
  const may: Record<string, boolean> = {
    "create.item": useMay("items:write"),
    "create.bin": useMay("bins:write"),
    "create.location": useMay("locations:write"),
    "create.task": useMay("tasks:write"),
    "create.project": useMay("projects:write"),
    "create.trigger": useMay("triggers:write"),
    "create.api-key": useMay("api-keys:manage"),
  };
  const goTo = [...INVENTORY_PLACES, NOTIFICATIONS_PLACE, ...ADMIN_PLACES].map(
    ({ to, label, icon, keys, keywords }): Action => ({
      id: `go.${to}`,
      label: `Go to ${label}`,
      section: "Go to",
      icon,
      keys,
      ...(keywords && { keywords }),
      run: () => void navigate({ to }),
    }),
  );
  const create: Action[] = [
    {
      id: "create.item",
      label: "Add item",
      icon: Package,
      section: "Add",
      run: () => void navigate({ to: "/items", search: { new: true } }),
    },
    {
      id: "create.bin",
      label: "Add bin",
      icon: Archive,
      section: "Add",
      run: () => void navigate({ to: "/bins", search: { new: true } }),
    },
    {
      id: "create.location",
      label: "Add location",
      icon: MapPin,
      section: "Add",
      run: () => void navigate({ to: "/locations", search: { new: true } }),
    },
    {
      id: "create.task",
      label: "Add task",
      icon: ListTodo,
      section: "Add",
      run: () => void navigate({ to: "/tasks", search: { new: true } }),
    },
    {
      id: "create.project",
      label: "Add project",
      icon: FolderKanban,
      section: "Add",
      run: () => void navigate({ to: "/projects", search: { new: true } }),
    },
    {
      id: "create.trigger",
      label: "Add trigger",
      icon: Zap,
      section: "Add",
      keywords: ["webhook", "rule", "automation"],
      run: () => void navigate({ to: "/triggers/new" }),
    },
    {
      id: "create.api-key",
      label: "Create API key",
      icon: KeyRound,
      section: "Add",
      run: () => void navigate({ to: "/settings/api-keys", search: { new: true } }),
    },
  ];
  const rest: Action[] = [
    {
      id: "frame.search",
      label: "Search this page",
      section: "This page",
      icon: Search,
      keys: "/",
      isPaletteHidden: true,
      run: () => {
        if (!focusSearch()) togglePalette();
      },
    },
    {
      id: "rows.next",
      label: "Next row",
      section: "This page",
      keys: "j",
      isPaletteHidden: true,
      run: () => focusRow(1),
    },
    {
      id: "rows.previous",
      label: "Previous row",
      section: "This page",
      keys: "k",
      isPaletteHidden: true,
      run: () => focusRow(-1),
    },
    {
      id: "data.import",
      label: "Import a file",
      section: "Go to",
      icon: FileUp,
      keywords: ["csv", "upload", "restore"],
      run: () => void navigate({ to: "/settings/data" }),
    },
    {
      id: "data.export",
      label: "Export everything",
      section: "Go to",
      icon: HardDriveDownload,
      keywords: ["csv", "ndjson", "download", "backup"],
      run: () => void navigate({ to: "/settings/data" }),
    },
    {
      id: "theme.system",
      label: "Follow the system's theme",
      section: "Appearance",
      icon: Monitor,
      run: () => chooseTheme("system"),
    },
    {
      id: "theme.light",
      label: "Use the light theme",
      section: "Appearance",
      icon: Sun,
      run: () => chooseTheme("light"),
    },
    {
      id: "theme.dark",
      label: "Use the dark theme",
      section: "Appearance",
      icon: Moon,
      run: () => chooseTheme("dark"),
    },
    {
      id: "frame.palette",
      label: "Search or jump",
      section: "Help",
      keys: "mod+k",
      isPaletteHidden: true,
      run: togglePalette,
    },
    {
      id: "frame.shortcuts",
      label: "Show keyboard shortcuts",
      section: "Help",
      icon: Keyboard,
      keys: "?",
      run: openShortcuts,
    },
    {
      id: "account.sign-out",
      label: "Sign out",
      section: "Account",
      icon: LogOut,
      keywords: ["log out"],
      run: signOut,
    },
  ];
  useRegisterActions([...create.filter(({ id }) => may[id]), ...goTo, ...rest], { layer: "frame" });
  useShortcutListener();
}

function useShortcutListener(): void {
  useEffect(() => {
    const match = createShortcutMatcher(currentActions);
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && match(event, event.timeStamp)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
