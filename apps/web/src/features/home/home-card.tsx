import type { ReactNode } from "react";
import { RefetchLine } from "../../components/ui/refetch-line.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";

interface HomeCardProps {
  title: string;
  /** The way to all of it. */
  more?: ReactNode;
  isRefetching?: boolean;
  children: ReactNode;
}

export function HomeCard({ title, more, isRefetching = false, children }: HomeCardProps) {
  return (
    <section
      aria-label={title}
      className="relative min-w-0 overflow-hidden rounded-lg border border-line bg-surface shadow-raised"
    >
      <RefetchLine isActive={isRefetching} />
      <header className="flex h-10 items-center justify-between gap-4 border-b border-line px-4">
        <h2 className="text-ui font-semibold">{title}</h2>
        {more}
      </header>
      {children}
    </section>
  );
}

/** Said inside a card that has nothing to show. */
export function HomeCardNote({ children }: { children: ReactNode }) {
  return <p className="px-4 py-8 text-center text-ui text-balance text-muted">{children}</p>;
}

/** Rows on their way, as high as they will be. */
export function HomeCardSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="divide-y divide-line">
      {Array.from({ length: 5 }, (_, row) => (
        <div key={row} className="flex h-10 items-center justify-between px-4">
          <Skeleton className="w-40" />
          <Skeleton className="w-20" />
        </div>
      ))}
    </div>
  );
}
