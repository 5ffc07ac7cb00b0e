import { LIST_LIMIT_MAX } from "@stowage/contract/limits";
import type { ProjectView } from "@stowage/contract/projects";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatQuantity } from "../lib/format.ts";
import { trpc } from "../lib/trpc.ts";
import { ProjectBadge } from "./project-badge.tsx";
import { Badge } from "./ui/badge.tsx";

interface ReservationsOfProps {
  itemId: string;
  unit: string;
}

/** The projects that reserve an item: a section of its page, and nothing where there is none. */
export function ReservationsOf({ itemId, unit }: ReservationsOfProps) {
  const { data } = useQuery(
    trpc.projects.list.queryOptions({ item_id: itemId, sort: "due_on", limit: LIST_LIMIT_MAX }),
  );
  const projects = data?.data ?? [];
  if (projects.length === 0) return null;
  return (
    <section
      aria-labelledby="reserved-by"
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised"
    >
      <h2 id="reserved-by" className="border-b border-line px-4 py-2.5 text-ui font-semibold text-ink">
        Reserved by
      </h2>
      <ul className="divide-y divide-line">
        {projects.map((project) => (
          <ReservationLine key={project.id} project={project} unit={unit} />
        ))}
      </ul>
    </section>
  );
}

function ReservationLine({ project, unit }: { project: ProjectView; unit: string }) {
  const { reservation } = project;
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-ui">
      <Link
        to="/projects/$projectId"
        params={{ projectId: project.id }}
        className="min-w-0 grow truncate rounded-sm font-medium text-ink hover:underline"
      >
        {project.name}
      </Link>
      {reservation && reservation.shortage > 0 ? (
        <Badge tone="warn">{formatQuantity(reservation.shortage, unit)} missing</Badge>
      ) : null}
      <ProjectBadge status={project.status} />
      {reservation ? (
        <span className="whitespace-nowrap text-muted tabular-nums">
          {reservation.consumed > 0 ? `${formatQuantity(reservation.consumed, unit)} used of ` : null}
          {formatQuantity(reservation.quantity, unit)}
        </span>
      ) : null}
    </li>
  );
}
