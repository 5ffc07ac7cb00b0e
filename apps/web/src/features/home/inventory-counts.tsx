import { Link } from "@tanstack/react-router";
import { Archive, type LucideIcon, MapPin, Package } from "lucide-react";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { formatNumber } from "../../lib/format.ts";
import type { HomeCounts } from "./home-counts.ts";

const PLACES = [
  { to: "/items", count: "items", label: "Items", icon: Package },
  { to: "/bins", count: "bins", label: "Bins", icon: Archive },
  { to: "/locations", count: "locations", label: "Locations", icon: MapPin },
] as const satisfies readonly { to: string; count: keyof HomeCounts; label: string; icon: LucideIcon }[];

export function InventoryCounts({ counts }: { counts: HomeCounts }) {
  return (
    <ul className="grid grid-cols-3 divide-x divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-raised">
      {PLACES.map(({ to, count, label, icon: Icon }) => (
        <li key={to}>
          <Link
            to={to}
            className="flex h-full flex-col gap-1 px-4 py-3 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
          >
            <span className="flex items-center gap-1.5 text-xs text-muted">
              <Icon aria-hidden className="size-3.5" />
              {label}
            </span>
            <Count value={counts[count]} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Count({ value }: { value: number | undefined }) {
  if (value === undefined) return <Skeleton className="my-1.5 h-4 w-12" />;
  return (
    <span className="text-xl leading-7 font-semibold tracking-tight tabular-nums">{formatNumber(value)}</span>
  );
}
