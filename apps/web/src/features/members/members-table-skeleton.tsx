import { Skeleton } from "../../components/ui/skeleton.tsx";

const ROWS = 4;

/** The members' table before its first answer. */
export function MembersTableSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading members"
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised"
    >
      <div className="h-8 border-b border-line bg-sunken max-sm:hidden" />
      {Array.from({ length: ROWS }, (_, row) => (
        <div
          key={row}
          className="flex h-10 items-center gap-8 border-b border-line px-4 last:border-b-0 max-sm:h-20"
        >
          <Skeleton className="w-32" />
          <Skeleton className="w-44" />
          <Skeleton className="w-16" />
        </div>
      ))}
    </div>
  );
}
