import type { SearchHit } from "@stowage/contract/search";
import { Archive, type LucideIcon, MapPin, Package } from "lucide-react";
import { formatQuantity } from "../../lib/format.ts";
import { Badge } from "../ui/badge.tsx";

const ICONS: Record<SearchHit["type"], LucideIcon> = { item: Package, bin: Archive, location: MapPin };
const WORDS: Record<SearchHit["type"], string> = { item: "Item", bin: "Bin", location: "Location" };

type HitLineProps = {
  hit: Pick<SearchHit, "type" | "name" | "place" | "code" | "quantity" | "unit" | "is_low">;
};

/** What was found, in one line: what it is, its name, where it is, and how much of it there is or what its label says. */
export function HitLine({ hit }: HitLineProps) {
  const Icon = ICONS[hit.type];
  return (
    <>
      <Icon role="img" aria-label={WORDS[hit.type]} className="size-4 shrink-0 text-muted" />
      <span className="flex min-w-0 grow flex-col sm:flex-row sm:items-baseline sm:gap-2.5">
        <span className="shrink-0 truncate font-medium text-ink max-sm:max-w-full sm:max-w-3/5">
          {hit.name}
        </span>
        {hit.place === "" ? null : <span className="truncate text-xs text-muted">{hit.place}</span>}
      </span>
      {hit.is_low ? (
        <Badge tone={hit.quantity === 0 ? "danger" : "warn"}>{hit.quantity === 0 ? "Out" : "Low"}</Badge>
      ) : null}
      {hit.quantity === undefined ? null : (
        <span className="shrink-0 text-xs text-muted tabular-nums">
          {formatQuantity(hit.quantity, hit.unit ?? "pcs")}
        </span>
      )}
      {hit.code === undefined ? null : (
        <code className="shrink-0 font-mono text-xs text-muted">{hit.code}</code>
      )}
    </>
  );
}
