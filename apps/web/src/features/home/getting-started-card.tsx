import { Link } from "@tanstack/react-router";
import { Archive, Check, KeyRound, type LucideIcon, MapPin, Package } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { cx } from "../../lib/class-names.ts";
import type { HomeCounts } from "./home-counts.ts";

interface Step {
  count: keyof HomeCounts;
  to: "/locations" | "/bins" | "/items" | "/settings/api-keys";
  icon: LucideIcon;
  title: string;
  text: string;
}

const STEPS: readonly Step[] = [
  {
    count: "locations",
    to: "/locations",
    icon: MapPin,
    title: "Add a location",
    text: "A room, a shelf, a van: where things are.",
  },
  {
    count: "bins",
    to: "/bins",
    icon: Archive,
    title: "Add a bin",
    text: "A box or drawer you can carry and label.",
  },
  {
    count: "items",
    to: "/items",
    icon: Package,
    title: "Add an item",
    text: "What you own, how many, and when it is low.",
  },
  {
    count: "apiKeys",
    to: "/settings/api-keys",
    icon: KeyRound,
    title: "Create an API key",
    text: "So that scripts can do all that you can.",
  },
];

interface GettingStartedCardProps {
  counts: HomeCounts;
  onHide: () => void;
}

export function GettingStartedCard({ counts, onHide }: GettingStartedCardProps) {
  return (
    <section
      aria-label="Getting started"
      className="mb-6 rounded-lg border border-line bg-surface shadow-raised"
    >
      <header className="flex h-11 items-center justify-between gap-4 border-b border-line pr-2 pl-4">
        <h2 className="text-ui font-semibold">Getting started</h2>
        <Button size="sm" variant="quiet" onClick={onHide}>
          Hide
        </Button>
      </header>
      <ol className="grid divide-line max-lg:divide-y sm:grid-cols-2 lg:grid-cols-4 lg:divide-x">
        {STEPS.map((step) => (
          <li key={step.count}>
            <StepLink step={step} isDone={(counts[step.count] ?? 0) > 0} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepLink({ step: { to, icon: Icon, title, text }, isDone }: { step: Step; isDone: boolean }) {
  return (
    <Link
      to={to}
      search={isDone ? {} : { new: true }}
      className="flex h-full gap-3 px-4 py-3.5 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
    >
      <span
        className={cx(
          "inline-flex size-7 shrink-0 items-center justify-center rounded-full border",
          isDone ? "border-transparent bg-ok-soft text-ok-ink" : "border-line-strong text-muted",
        )}
      >
        {isDone ? (
          <Check role="img" aria-label="Done" className="size-4" />
        ) : (
          <Icon aria-hidden className="size-4" />
        )}
      </span>
      <span>
        <span className={cx("block text-ui font-medium", isDone && "text-muted")}>{title}</span>
        <span className="mt-0.5 block text-xs text-muted">{text}</span>
      </span>
    </Link>
  );
}
