import type { Project, ProjectItem } from "@stowage/contract/projects";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Check, MapPin } from "lucide-react";
import { Badge } from "../../components/ui/badge.tsx";
import { cx } from "../../lib/class-names.ts";
import { formatQuantity } from "../../lib/format.ts";
import { showProblem } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";
import { useMay } from "../../lib/use-may.ts";
import { refreshProjects } from "./project-cache.ts";
import { byPlace, pickOf } from "./project-items.ts";

interface PickListProps {
  project: Project;
  lines: readonly ProjectItem[];
}

/** What is to be taken from where, in the order of walking; ticking a line off takes it out of the stock. */
export function PickList({ project, lines }: PickListProps) {
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised print:border-0 print:shadow-none">
      {byPlace(lines).map((group) => (
        <section key={group.place} aria-label={group.place === "" ? "Nowhere yet" : group.place}>
          <h3 className="flex items-center gap-2 border-y border-line bg-sunken px-4 py-1.5 text-xs font-medium text-muted first:border-t-0 print:bg-transparent">
            <MapPin aria-hidden className="size-3.5 shrink-0" />
            <span className="break-words">{group.place === "" ? "Nowhere yet" : group.place}</span>
          </h3>
          <ul className="divide-y divide-line">
            {group.lines.map((line) => (
              <PickLine key={line.item_id} project={project} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PickLine({ project, line }: { project: Project; line: ProjectItem }) {
  const { item, quantity } = line;
  const { left, now } = pickOf(line);
  const isPicked = left === 0;
  return (
    <li className="flex min-h-12 items-center gap-3 px-3 py-1.5 text-ui print:break-inside-avoid">
      <PickTick project={project} line={line} />
      <span className="min-w-0 grow">
        <Link
          to="/items/$itemId"
          params={{ itemId: item.id }}
          className={cx(
            "rounded-sm break-words hover:underline",
            isPicked ? "text-muted line-through" : "font-medium text-ink",
          )}
        >
          {item.name}
        </Link>
        {item.sku === null ? null : <span className="ml-2 font-mono text-xs text-muted">{item.sku}</span>}
      </span>
      {item.deleted_at !== null ? <Badge tone="danger">In the trash</Badge> : null}
      {item.deleted_at === null && now < left ? (
        <Badge tone="warn">
          {item.quantity === 0 ? "None there" : `Only ${formatQuantity(item.quantity, item.unit)} there`}
        </Badge>
      ) : null}
      <span className="font-medium whitespace-nowrap text-ink tabular-nums">
        {formatQuantity(isPicked ? quantity : left, item.unit)}
      </span>
    </li>
  );
}

/** Takes as much as there is of what is left; on paper, a box to tick. */
function PickTick({ project, line }: { project: Project; line: ProjectItem }) {
  const mayConsume = useMay("items:write");
  const mayWrite = useMay("projects:write");
  const { item } = line;
  const { left, now } = pickOf(line);
  const isPicked = left === 0;
  const consume = useConsume(project, `Took ${formatQuantity(now, item.unit)} of ${item.name}.`);
  const canPick = project.status === "active" && mayConsume && mayWrite && now > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: whether it is ticked is the server's to say, and a press may be refused
    <button
      type="button"
      role="checkbox"
      aria-checked={isPicked}
      aria-label={`Take ${formatQuantity(now || line.quantity, item.unit)} of ${item.name}`}
      disabled={!canPick}
      aria-busy={consume.isPending || undefined}
      onClick={() => {
        if (!consume.isPending)
          consume.mutate({ id: project.id, items: [{ item_id: item.id, quantity: now }] });
      }}
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-md disabled:cursor-default coarse:size-11"
    >
      <span
        aria-hidden
        className={cx(
          "inline-flex size-5 items-center justify-center rounded border transition-colors",
          isPicked ? "border-accent bg-accent text-on-accent" : "border-control bg-surface",
          canPick && "hover:border-accent",
          !canPick && !isPicked && "opacity-50 print:opacity-100",
          consume.isPending && "animate-shimmer",
        )}
      >
        {isPicked ? <Check className="size-3.5" strokeWidth={3} /> : null}
      </span>
    </button>
  );
}

/** Uses up what a project reserved, says so in the words given, and for a while can put it back. */
export function useConsume(project: Project, took: string) {
  return useMutation(
    trpc.projects.consume.mutationOptions({
      onSuccess: ({ event_seq }) => {
        if (event_seq !== null) showUndoToast({ title: took, undo: [event_seq] });
      },
      onError: (error) => showProblem(`Nothing was taken for ${project.name}.`, error),
      onSettled: refreshProjects,
    }),
  );
}
