import type { Summary } from "@stowage/contract/search";
import { Link } from "@tanstack/react-router";
import {
  Archive,
  CalendarClock,
  ListTodo,
  type LucideIcon,
  MapPin,
  Package,
  TriangleAlert,
} from "lucide-react";
import type { ReactNode } from "react";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { cx } from "../../lib/class-names.ts";
import { formatNumber } from "../../lib/format.ts";
import { daysFromNow, EXPIRING_SOON_DAYS } from "../items/expiry-words.ts";

const cellStyles =
  "flex h-full flex-col gap-1 bg-surface px-4 py-3 transition-colors hover:bg-hover focus-visible:-outline-offset-2";

/** The workspace in six numbers, each a way to what it counts. */
export function InventoryCounts({ summary }: { summary: Summary | undefined }) {
  const due = summary && summary.expiring_7d + summary.expired;
  return (
    <ul className="grid grid-cols-3 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-raised lg:grid-cols-6">
      <li>
        <Link to="/items" className={cellStyles}>
          <Label icon={Package}>Items</Label>
          <Count value={summary?.items} />
        </Link>
      </li>
      <li>
        <Link to="/bins" className={cellStyles}>
          <Label icon={Archive}>Bins</Label>
          <Count value={summary?.bins} />
        </Link>
      </li>
      <li>
        <Link to="/locations" className={cellStyles}>
          <Label icon={MapPin}>Locations</Label>
          <Count value={summary?.locations} />
        </Link>
      </li>
      <li>
        <Link to="/items" search={{ low_stock: true }} className={cellStyles}>
          <Label icon={TriangleAlert}>Low</Label>
          <Count value={summary?.low_stock} tone="warn" />
        </Link>
      </li>
      <li>
        <Link
          to="/items"
          search={{ expiring_before: daysFromNow(EXPIRING_SOON_DAYS + 1), sort: "expires_on" }}
          className={cellStyles}
        >
          <Label icon={CalendarClock}>Expiring</Label>
          <Count value={due} tone={summary?.expired ? "danger" : "warn"} />
        </Link>
      </li>
      <li>
        <Link to="/tasks" className={cellStyles}>
          <Label icon={ListTodo}>To do</Label>
          <Count value={summary?.open_tasks} {...(summary?.overdue_tasks && { tone: "danger" as const })} />
        </Link>
      </li>
    </ul>
  );
}

function Label({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <span className="flex items-center gap-1.5 text-xs text-muted">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{children}</span>
    </span>
  );
}

/** Colour says that something is to be done; none needs it. */
function Count({ value, tone }: { value: number | undefined; tone?: "warn" | "danger" }) {
  if (value === undefined) return <Skeleton className="my-1.5 h-4 w-12" />;
  return (
    <span
      className={cx(
        "text-xl leading-7 font-semibold tracking-tight tabular-nums",
        value > 0 && tone === "warn" && "text-warn-ink",
        value > 0 && tone === "danger" && "text-danger-ink",
      )}
    >
      {formatNumber(value)}
    </span>
  );
}
