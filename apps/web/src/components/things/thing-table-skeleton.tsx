import { Skeleton } from "../ui/skeleton.tsx";

interface ThingTableSkeletonProps {
  /** "Loading items" */
  label: string;
  rows?: number;
}

/** The place of a table of things that is on its way: its head, and rows of the same height. */
export function ThingTableSkeleton({ label, rows = 12 }: ThingTableSkeletonProps) {
  return (
    <div
      role="status"
      aria-label={label}
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised"
    >
      <div className="h-8 border-b border-line bg-sunken max-sm:hidden" />
      <div className="divide-y divide-line">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="flex h-[41px] items-center gap-6 px-4 max-sm:h-[68px]">
            <Skeleton className="w-2/5" />
            <Skeleton className="w-1/5 max-sm:hidden" />
            <Skeleton className="ml-auto w-24" />
            <Skeleton className="w-16 max-md:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}
