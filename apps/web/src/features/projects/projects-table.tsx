import type { ListProjects, ProjectView } from "@stowage/contract/projects";
import { Link } from "@tanstack/react-router";
import { ProjectBadge } from "../../components/project-badge.tsx";
import { dayWords, dueWords } from "../../components/tasks/task-words.ts";
import { Badge } from "../../components/ui/badge.tsx";
import { RowMenu } from "../../components/ui/row-menu.tsx";
import { SortHeadCell } from "../../components/ui/sort-head-cell.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { Time } from "../../components/ui/time.tsx";
import { formatCount, formatNumber } from "../../lib/format.ts";
import { useMay } from "../../lib/use-may.ts";
import { useProjectKeys } from "./use-project-keys.ts";

type Sort = ListProjects["sort"];

interface ProjectsTableProps {
  projects: readonly ProjectView[];
  total?: number | undefined;
  isRefetching: boolean;
  sort: Sort;
  onSortChange: (sort: Sort) => void;
  onEdit: (project: ProjectView) => void;
  onDelete: (project: ProjectView) => void;
}

export function ProjectsTable(props: ProjectsTableProps) {
  const { projects, sort, onSortChange } = props;
  const mayWrite = useMay("projects:write");
  const mayDelete = useMay("projects:delete");
  useProjectKeys(projects, mayWrite ? props.onEdit : null);
  return (
    <Table label="Projects" isRefetching={props.isRefetching} rowCount={props.total}>
      <TableHead>
        <SortHeadCell label="Name" first="name" second="-name" sort={sort} onSortChange={onSortChange} />
        <HeadCell className="w-28">Status</HeadCell>
        <HeadCell className="w-44">Stock</HeadCell>
        <SortHeadCell
          label="Due"
          first="due_on"
          second="-due_on"
          sort={sort}
          onSortChange={onSortChange}
          className="w-36 max-md:hidden"
        />
        <SortHeadCell
          label="Updated"
          first="-updated_at"
          second="updated_at"
          sort={sort}
          onSortChange={onSortChange}
          className="w-32 max-md:hidden"
        />
        <HeadCell className="w-12">
          <span className="sr-only">Actions</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {projects.map((project) => (
          <ProjectRow
            key={project.id}
            project={project}
            {...(mayWrite && { onEdit: props.onEdit })}
            {...(mayDelete && { onDelete: props.onDelete })}
          />
        ))}
      </TableBody>
    </Table>
  );
}

interface ProjectRowProps {
  project: ProjectView;
  onEdit?: (project: ProjectView) => void;
  onDelete?: (project: ProjectView) => void;
}

function ProjectRow({ project, onEdit, onDelete }: ProjectRowProps) {
  return (
    <Row data-project-id={project.id}>
      <Cell phone="title" className="max-w-96">
        <Link
          to="/projects/$projectId"
          params={{ projectId: project.id }}
          data-row-link
          className="block truncate rounded-sm font-medium text-ink hover:underline max-sm:after:absolute max-sm:after:inset-0"
        >
          {project.name}
        </Link>
      </Cell>
      <Cell phone="end">
        <ProjectBadge status={project.status} />
      </Cell>
      <Cell className="text-muted">
        <StockWords stock={project.stock} />
      </Cell>
      <Cell phone="hidden" className="whitespace-nowrap text-muted max-md:hidden">
        <Due project={project} />
      </Cell>
      <Cell phone="hidden" className="text-muted max-md:hidden">
        <Time at={project.updated_at} />
      </Cell>
      <Cell phone="hidden" align="end">
        <RowMenu
          name={project.name}
          onEdit={onEdit && (() => onEdit(project))}
          onDelete={onDelete && (() => onDelete(project))}
        />
      </Cell>
    </Row>
  );
}

function StockWords({ stock }: Pick<ProjectView, "stock">) {
  if (!stock || stock.items === 0) return <span className="text-faint">Reserves nothing</span>;
  if (stock.short > 0) return <Badge tone="warn">{formatCount(stock.short, "shortage")}</Badge>;
  if (stock.open === 0) return "All picked";
  return `${formatNumber(stock.open)} of ${formatCount(stock.items, "thing")} to pick`;
}

function Due({ project: { due_on, status } }: { project: ProjectView }) {
  if (due_on === null) return null;
  const now = new Date();
  if (status === "done" || status === "cancelled") return dayWords(due_on, now);
  const { text, tone } = dueWords(due_on, now);
  return tone ? <Badge tone={tone}>{text}</Badge> : text;
}
