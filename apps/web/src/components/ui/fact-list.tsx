import type { ReactNode } from "react";

interface FactListProps {
  /** What the facts are about, for screen readers. */
  label: string;
  /** Names with their values, in order; those without a value are left out. */
  facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** What is known of one thing, in a card beside its page's main part. */
export function FactList({ label, facts }: FactListProps) {
  return (
    <section aria-label={label} className="rounded-lg border border-line bg-surface px-4 py-3 shadow-raised">
      <dl className="flex flex-col gap-3 text-ui">
        {facts
          .filter(([, value]) => value !== null && value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt className="text-xs text-muted">{name}</dt>
              <dd className="mt-0.5 text-ink">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
