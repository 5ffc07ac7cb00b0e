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
          <div key={row} className="flex h-13.5 items-center gap-8 px-4 max-sm:h-32">
            <div className="flex w-52 flex-col gap-2">
              <Skeleton className="w-32" />
              <Skeleton className="w-44" />
            </div>
            <Skeleton className="w-24 max-sm:hidden" />
            <Skeleton className="w-20 max-sm:hidden" />
            <Skeleton className="ml-auto h-5 w-24 max-md:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}
