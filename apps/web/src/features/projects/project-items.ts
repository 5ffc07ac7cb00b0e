import { LIST_LIMIT_MAX } from "@stowage/contract/limits";
import type { ProjectItem, ProjectStatus } from "@stowage/contract/projects";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { trpc } from "../../lib/trpc.ts";

/** All that a project reserves, page after page (1,000 things at most), by place. */
export function useProjectItems(projectId: string) {
  const query = useInfiniteQuery(
    trpc.projects.items.infiniteQueryOptions(
      { id: projectId, limit: LIST_LIMIT_MAX },
      { getNextPageParam: (page) => page.next_cursor ?? undefined },
    ),
  );
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const lines: ProjectItem[] = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data]);
  return { query, lines };
}

type Line = Pick<ProjectItem, "quantity" | "consumed" | "item">;

/** What is yet to be taken for a line, and how much of that can be taken at once. */
export function pickOf({ quantity, consumed, item }: Line): { left: number; now: number } {
  const left = rounded(Math.max(0, quantity - consumed));
  return { left, now: item.deleted_at === null ? Math.min(left, item.quantity) : 0 };
}

/** Quantities have three decimals; differences of floating point numbers may have more. */
function rounded(quantity: number): number {
  return Math.round(quantity * 1_000) / 1_000;
}

/** Lines of one place together, in the order in which they come. */
export function byPlace(lines: readonly ProjectItem[]): { place: string; lines: ProjectItem[] }[] {
  const groups: { place: string; lines: ProjectItem[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.place === line.place) last.lines.push(line);
    else groups.push({ place: line.place, lines: [line] });
  }
  return groups;
}

/** Only an active project takes stock. */
export const NOT_ACTIVE: Record<Exclude<ProjectStatus, "active">, string> = {
  planned: "This project is planned, so it holds nothing yet. Start it to hold what it needs, and to pick.",
  done: "This project is done and holds nothing any more.",
  cancelled: "This project is cancelled and holds nothing any more.",
};
