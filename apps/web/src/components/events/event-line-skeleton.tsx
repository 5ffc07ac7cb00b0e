import { Skeleton } from "../ui/skeleton.tsx";

/** The place of an EventLine that is on its way. */
export function EventLineSkeleton() {
  return (
    <div className="flex items-center gap-3">
      <Skeleton className="size-6 rounded-full" />
      <div className="grow">
        <Skeleton className="my-1.25 w-3/5" />
      </div>
      <Skeleton className="w-12" />
    </div>
  );
}
