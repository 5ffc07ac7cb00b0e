import { Skeleton } from "../../components/ui/skeleton.tsx";

/** The place of a BinsTable that is on its way: its head and rows of the same height. */
export function BinsTableSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading bins"
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised"
    >
      <div className="h-8 border-b border-line bg-sunken max-sm:hidden" />
      <div className="divide-y divide-line">
        {Array.from({ length: 10 }, (_, row) => (
          <div key={row} className="flex h-10 items-center gap-6 px-4 max-sm:h-15">
            <Skeleton className="w-1/4" />
            <Skeleton className="w-16" />
            <Skeleton className="w-1/5 max-sm:hidden" />
            <Skeleton className="ml-auto w-16 max-md:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}
