import type { LocationKind } from "@stowage/contract/locations";
import { Building, DoorOpen, House, type LucideIcon, MapPin, Rows3, SquareDashed, Truck } from "lucide-react";
import type { SelectOption } from "../../components/ui/select.tsx";

const KINDS: Record<LocationKind, { label: string; icon: LucideIcon }> = {
  site: { label: "Site", icon: House },
  building: { label: "Building", icon: Building },
  room: { label: "Room", icon: DoorOpen },
  area: { label: "Area", icon: SquareDashed },
  shelf: { label: "Shelf", icon: Rows3 },
  vehicle: { label: "Vehicle", icon: Truck },
  other: { label: "Other", icon: MapPin },
};

export const KIND_OPTIONS: readonly SelectOption<LocationKind>[] = [
  { value: "site", label: KINDS.site.label },
  { value: "building", label: KINDS.building.label },
  { value: "room", label: KINDS.room.label },
  { value: "area", label: KINDS.area.label },
  { value: "shelf", label: KINDS.shelf.label },
  { value: "vehicle", label: KINDS.vehicle.label },
  { value: "other", label: KINDS.other.label },
];

export function kindIcon(kind: LocationKind): LucideIcon {
  return KINDS[kind].icon;
}

export function kindLabel(kind: LocationKind): string {
  return KINDS[kind].label;
}

export function isKind(text: string): text is LocationKind {
  return text in KINDS;
}

/** What most people put into a place of this kind. */
export function likelyChildKind(kind: LocationKind | null): LocationKind {
  if (kind === null) return "site";
  if (kind === "site" || kind === "building") return "room";
  return "shelf";
}
