import type { SearchHit } from "@stowage/contract/search";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { recentThings } from "../../lib/recent-things.ts";
import { trpc } from "../../lib/trpc.ts";

const SHOWN = 5;
const STALE_MS = 60_000;

export type KnownThing = Pick<
  SearchHit,
  "type" | "id" | "name" | "place" | "code" | "quantity" | "unit" | "is_low"
>;

/** The things looked at last that are still there, as they are today. */
export function useRecentThings(): KnownThing[] {
  const [things] = useState(() => recentThings().slice(0, SHOWN));
  const idsOf = (type: string) => things.filter((thing) => thing.type === type).map(({ id }) => id);
  const once = { staleTime: STALE_MS, retry: false };
  const items = useQueries({
    queries: idsOf("item").map((id) =>
      trpc.items.get.queryOptions({ id, include: ["location_path", "bin"] }, once),
    ),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
  const bins = useQueries({
    queries: idsOf("bin").map((id) => trpc.bins.get.queryOptions({ id, include: ["location_path"] }, once)),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
  const locations = useQueries({
    queries: idsOf("location").map((id) => trpc.locations.get.queryOptions({ id }, once)),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
  const known = new Map<string, KnownThing>();
  for (const { id, name, quantity, unit, is_low, location_path = [], bin } of items) {
    const place = [...location_path.map((step) => step.name), ...(bin ? [bin.name] : [])].join(" / ");
    known.set(id, { type: "item", id, name, place, quantity, unit, is_low });
  }
  for (const { id, name, code, location_path = [] } of bins)
    known.set(id, { type: "bin", id, name, code, place: location_path.map((step) => step.name).join(" / ") });
  for (const { id, name } of locations) known.set(id, { type: "location", id, name, place: "" });
  return things.flatMap(({ id }) => known.get(id) ?? []);
}
