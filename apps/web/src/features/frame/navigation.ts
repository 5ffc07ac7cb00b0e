import {
  Archive,
  Bell,
  FolderKanban,
  History,
  House,
  KeyRound,
  ListTodo,
  type LucideIcon,
  MapPin,
  Package,
  ScanLine,
  Settings,
  Tags,
  Zap,
} from "lucide-react";

export interface Place {
  to:
    | "/"
    | "/items"
    | "/bins"
    | "/locations"
    | "/scan"
    | "/labels"
    | "/tasks"
    | "/projects"
    | "/activity"
    | "/notifications"
    | "/triggers"
    | "/settings/api-keys"
    | "/settings";
  label: string;
  icon: LucideIcon;
  keys: string;
  /** Other words that the command palette finds it by. */
  keywords?: string[];
  /** Current only on its very own path, since others lie below it. */
  isExact?: boolean;
  /** The path of another place below it, on which it is not current. */
  except?: string | undefined;
}

/** Whether a place with an exception is current, which a link cannot tell by itself. */
export function isWithin({ to, except }: Pick<Place, "to" | "except">, pathname: string): boolean {
  return except !== undefined && pathname.startsWith(`${to}/`) && !pathname.startsWith(except);
}

/** The page behind the bell. */
export const NOTIFICATIONS_PLACE: Place = {
  to: "/notifications",
  label: "Notifications",
  icon: Bell,
  keys: "g n",
};

/** The screens of the rail, in its order and its two groups. */
export const INVENTORY_PLACES: readonly Place[] = [
  { to: "/", label: "Home", icon: House, keys: "g h", isExact: true },
  { to: "/items", label: "Items", icon: Package, keys: "g i" },
  { to: "/bins", label: "Bins", icon: Archive, keys: "g b" },
  { to: "/locations", label: "Locations", icon: MapPin, keys: "g l" },
  { to: "/scan", label: "Scan", icon: ScanLine, keys: "g c", keywords: ["camera", "barcode", "count"] },
  { to: "/labels", label: "Labels", icon: Tags, keys: "g e", keywords: ["print", "qr code", "sheet"] },
  { to: "/tasks", label: "Tasks", icon: ListTodo, keys: "g t" },
  { to: "/projects", label: "Projects", icon: FolderKanban, keys: "g p" },
  { to: "/activity", label: "Activity", icon: History, keys: "g a" },
];

/** Those with a tab of their own on a phone. */
const TAB_PATHS: readonly Place["to"][] = ["/", "/items", "/scan", "/bins"];
export const TABS: readonly Place[] = TAB_PATHS.flatMap(
  (path) => INVENTORY_PLACES.find(({ to }) => to === path) ?? [],
);
/** Those without. */
export const OTHER_PLACES: readonly Place[] = INVENTORY_PLACES.filter((place) => !TABS.includes(place));

export const ADMIN_PLACES: readonly Place[] = [
  {
    to: "/triggers",
    label: "Triggers",
    icon: Zap,
    keys: "g r",
    keywords: ["webhook", "rule", "automation", "home assistant"],
  },
  { to: "/settings/api-keys", label: "API keys", icon: KeyRound, keys: "g k" },
  {
    to: "/settings",
    label: "Settings",
    icon: Settings,
    keys: "g s",
    isExact: true,
    except: "/settings/api-keys",
  },
];
