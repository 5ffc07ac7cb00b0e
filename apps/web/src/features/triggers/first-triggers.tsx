import { Link } from "@tanstack/react-router";
import { ArrowRight, House, ListTodo, type LucideIcon, ScrollText, Zap } from "lucide-react";
import { CodeBlock } from "../../components/ui/code-block.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { curlFor } from "../../lib/curl.ts";
import type { NewTriggerSearch } from "./new-trigger-search.ts";

interface StartingPoint {
  from: NonNullable<NewTriggerSearch["from"]>;
  icon: LucideIcon;
  title: string;
  text: string;
}

const STARTING_POINTS: readonly StartingPoint[] = [
  {
    from: "home-assistant",
    icon: House,
    title: "Tell Home Assistant when something runs low",
    text: "It posts to a webhook of yours there; what follows is an automation.",
  },
  {
    from: "restock",
    icon: ListTodo,
    title: "Make a task when something runs low",
    text: "It says how many are missing, and is done by itself once the stock is back.",
  },
  {
    from: "log",
    icon: ScrollText,
    title: "Post everything to my log",
    text: "Each change, signed, to an address of yours.",
  },
];

/** In the place of the list while there is no trigger: three to begin with. */
export function FirstTriggers({ mayWrite }: { mayWrite: boolean }) {
  if (!mayWrite)
    return (
      <EmptyState
        icon={Zap}
        title="No trigger yet"
        text="A trigger does something whenever something happens. An admin of the organization can make one."
      />
    );
  return (
    <div className="mx-auto max-w-2xl py-6">
      <h2 className="text-center text-sm font-semibold text-ink">No trigger yet</h2>
      <p className="mt-1 text-center text-ui text-balance text-muted">
        A trigger does something whenever something happens. Begin with one of these, or with an empty one.
      </p>
      <ul className="mt-5 flex flex-col gap-2">
        {STARTING_POINTS.map(({ from, icon: Icon, title, text }) => (
          <li key={from}>
            <Link
              to="/triggers/new"
              search={{ from }}
              className="group flex items-center gap-3 rounded-lg border border-line bg-surface px-4 py-3 shadow-raised transition-colors hover:bg-hover"
            >
              <Icon aria-hidden className="size-5 shrink-0 text-accent-ink" />
              <span className="min-w-0 grow">
                <span className="block text-ui font-medium text-ink">{title}</span>
                <span className="block text-xs text-muted">{text}</span>
              </span>
              <ArrowRight aria-hidden className="size-4 shrink-0 text-faint group-hover:text-ink" />
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-8">
        <p className="mb-1.5 text-xs text-muted">Or from a script:</p>
        <CodeBlock
          label="Command"
          code={curlFor("POST /triggers", {
            name: "Running low",
            event_types: ["item.low_stock"],
            actions: [{ type: "webhook", url: "https://example.org/stowage" }],
          })}
        />
      </div>
    </div>
  );
}
