import {
  Archive,
  Bell,
  History,
  House,
  KeyRound,
  type LucideIcon,
  MapPin,
  Package,
  Settings,
} from "lucide-react";

export interface Place {
  to:
    | "/"
    | "/items"
    | "/bins"
    | "/locations"
    | "/activity"
    | "/notifications"
    | "/settings/api-keys"
    | "/settings";
  label: string;
  icon: LucideIcon;
  keys: string;
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
  { to: "/activity", label: "Activity", icon: History, keys: "g a" },
];

export const ADMIN_PLACES: readonly Place[] = [
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
