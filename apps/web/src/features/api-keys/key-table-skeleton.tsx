import { Skeleton } from "../../components/ui/skeleton.tsx";

/** The place of a KeyTable that is on its way: its head and some rows. */
export function KeyTableSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading API keys"
      className="rounded-lg border border-line bg-surface shadow-raised"
    >
      <div className="h-8 rounded-t-lg border-b border-line bg-sunken max-sm:hidden" />
      <div className="divide-y divide-line">
        {Array.from({ length: 4 }, (_, row) => (
          <div key={row} className="flex h-10 items-center gap-8 px-4 max-sm:h-20">
            <Skeleton className="w-40" />
            <Skeleton className="w-44 max-sm:hidden" />
            <Skeleton className="w-20 max-sm:hidden" />
            <Skeleton className="ml-auto w-16" />
          </div>
        ))}
      </div>
    </div>
  );
}
