import type { ReactNode } from "react";
import { Skeleton } from "../../components/ui/skeleton.tsx";

interface FactRowsProps {
  /** Names with their values, in order; undefined while a value is on its way. */
  facts: readonly (readonly [name: string, value: ReactNode | undefined])[];
}

/** What a reader may see of a section and not change. */
export function FactRows({ facts }: FactRowsProps) {
  return (
    <dl className="divide-y divide-line">
      {facts.map(([name, value]) => (
        <div key={name} className="flex min-h-10 items-center justify-between gap-6 px-4 py-1.5 text-ui">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0 text-right tabular-nums">{value ?? <Skeleton className="w-32" />}</dd>
        </div>
      ))}
    </dl>
  );
}
