import { Skeleton } from "../../components/ui/skeleton.tsx";

const INDENTS = ["pl-4", "pl-10", "pl-16", "pl-16", "pl-10", "pl-4", "pl-10"];

export function LocationTreeSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading locations"
      className="divide-y divide-line rounded-lg border border-line bg-surface shadow-raised"
    >
      {INDENTS.map((indent, row) => (
        <div key={row} className={`flex h-10 items-center gap-3 ${indent}`}>
          <Skeleton className="size-4" />
          <Skeleton className="w-40" />
        </div>
      ))}
    </div>
  );
}
