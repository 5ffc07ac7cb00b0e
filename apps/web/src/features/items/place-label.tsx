import type { Bin } from "@stowage/contract/bins";
import type { Item } from "@stowage/contract/items";
import type { Location } from "@stowage/contract/locations";
import { Link } from "@tanstack/react-router";
import { Inbox } from "lucide-react";
import { cx } from "../../lib/class-names.ts";

interface PlaceLabelProps {
  item: Pick<Item, "bin_id" | "location_id">;
  bins: ReadonlyMap<string, Bin>;
  locations: ReadonlyMap<string, Location>;
  /** For a row: on a phone its whole line leads to the item, and a second link in it would be too small to hit. */
  isPlainOnPhone?: boolean;
}

/** Where an item is: its bin and the bin's location, a location, or the inbox. */
export function PlaceLabel({ item, bins, locations, isPlainOnPhone = false }: PlaceLabelProps) {
  const bin = item.bin_id === null ? undefined : bins.get(item.bin_id);
  const location = locations.get(item.location_id ?? bin?.location_id ?? "");
  if (item.bin_id === null && item.location_id === null) {
    return (
      <span className="flex items-center gap-1.5 text-faint">
        <Inbox aria-hidden className="size-3.5" />
        Inbox
      </span>
    );
  }
  return (
    <span className="flex min-w-0 text-muted">
      {item.bin_id === null ? null : (
        <Link
          to="/bins/$binId"
          params={{ binId: item.bin_id }}
          className={cx("truncate rounded-sm text-ink hover:underline", isPlainOnPhone && "max-sm:hidden")}
        >
          {bin?.name ?? "…"}
        </Link>
      )}
      {isPlainOnPhone && item.bin_id !== null ? (
        <span className="truncate text-ink sm:hidden">{bin?.name ?? "…"}</span>
      ) : null}
      {bin && location ? <span className="shrink-0 whitespace-pre"> · </span> : null}
      <span className="max-w-40 shrink-0 truncate">
        {location?.name ?? (item.bin_id === null ? "…" : null)}
      </span>
    </span>
  );
}
