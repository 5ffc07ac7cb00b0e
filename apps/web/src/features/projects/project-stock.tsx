import type { Project, ProjectItem } from "@stowage/contract/projects";
import { ListChecks, PackageCheck, Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { curlFor } from "../../lib/curl.ts";
import { formatCount } from "../../lib/format.ts";
import { useMay } from "../../lib/use-may.ts";
import { PartsTable } from "./parts-table.tsx";
import { PickList, useConsume } from "./pick-list.tsx";
import { NOT_ACTIVE, pickOf, useProjectItems } from "./project-items.ts";
import type { ProjectSearch } from "./project-search.ts";
import { ReserveLine } from "./reserve-line.tsx";

interface ProjectStockProps {
  project: Project;
  search: ProjectSearch;
  onSearchChange: (search: ProjectSearch) => void;
}

/** What a project reserves, as a table to plan by and as a list to pick by. */
export function ProjectStock({ project, search, onSearchChange }: ProjectStockProps) {
  const { query, lines } = useProjectItems(project.id);
  const mayWrite = useMay("projects:write");
  const isPicking = search.view === "pick";
  const isOver = project.status === "done" || project.status === "cancelled";
  const short = lines.filter(({ shortage }) => shortage > 0).length;
  return (
    <section aria-labelledby="parts">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="parts" className="text-sm font-semibold text-ink">
          {isPicking ? "Pick list" : "What it needs"}
        </h2>
        <p className="grow text-xs text-muted tabular-nums">
          {lines.length > 0 ? formatCount(lines.length, "thing") : null}
          {short > 0 ? `, ${formatCount(short, "shortage")}` : null}
        </p>
        {isPicking ? <PickActions project={project} lines={lines} /> : null}
        <Segmented
          label="View"
          className="print:hidden"
          value={search.view ?? "parts"}
          onValueChange={(view) => onSearchChange(view === "pick" ? { view } : {})}
          options={[
            { value: "parts", label: "Needs" },
            { value: "pick", label: "Pick list" },
          ]}
        />
      </div>
      {project.status === "active" ? null : (
        <p className="mb-3 rounded-md bg-sunken px-3 py-2 text-ui text-muted print:hidden">
          {NOT_ACTIVE[project.status]}
        </p>
      )}
      {mayWrite && !isOver && !isPicking ? (
        <div className="mb-3 print:hidden">
          <ReserveLine projectId={project.id} taken={new Set(lines.map(({ item_id }) => item_id))} />
        </div>
      ) : null}
      {query.isPending ? (
        <div role="status" aria-label="Loading what it needs">
          <Skeleton className="h-40 w-full rounded-lg" />
        </div>
      ) : null}
      {query.isError && !query.data ? (
        <QueryProblem error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data && lines.length === 0 ? (
        <EmptyState
          icon={ListChecks}
          title="It reserves nothing yet"
          text="Name what it needs of your items: what is missing shows at once, and nobody else counts on it."
          curl={curlFor(`POST /projects/${project.id}/reservations`, { item_id: "item_…", quantity: 4 })}
          className="rounded-lg border border-line bg-surface"
        />
      ) : null}
      {lines.length > 0 && isPicking ? <PickList project={project} lines={lines} /> : null}
      {lines.length > 0 && !isPicking ? <PartsTable project={project} lines={lines} /> : null}
    </section>
  );
}

function PickActions({ project, lines }: { project: Project; lines: readonly ProjectItem[] }) {
  const mayTakeItems = useMay("items:write");
  const mayWrite = useMay("projects:write");
  const [isAsking, setIsAsking] = useState(false);
  const open = lines.filter((line) => pickOf(line).left > 0).length;
  const consume = useConsume(project, `Took ${formatCount(open, "thing")}.`);
  const canTakeAll = project.status === "active" && mayTakeItems && mayWrite && open > 0;
  return (
    <>
      <Button className="print:hidden" disabled={lines.length === 0} onClick={() => window.print()}>
        <Printer aria-hidden />
        Print
      </Button>
      {canTakeAll ? (
        <Button className="print:hidden" onClick={() => setIsAsking(true)}>
          <PackageCheck aria-hidden />
          Take all
        </Button>
      ) : null}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={`Take all ${formatCount(open, "thing")}?`}
        confirmLabel="Take all"
        tone="normal"
        isBusy={consume.isPending}
        onConfirm={() => consume.mutate({ id: project.id }, { onSettled: () => setIsAsking(false) })}
      >
        All that is left on the list goes out of the stock. Where there is too little of one, nothing is
        taken.
      </ConfirmDialog>
    </>
  );
}
