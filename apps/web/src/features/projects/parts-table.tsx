import type { Project, ProjectItem } from "@stowage/contract/projects";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useState } from "react";
import { Badge } from "../../components/ui/badge.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { formatNumber, formatQuantity } from "../../lib/format.ts";
import { showProblem } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";
import { useMay } from "../../lib/use-may.ts";
import { refreshProjects } from "./project-cache.ts";
import { parseQuantity } from "./quantity-text.ts";

interface PartsTableProps {
  project: Project;
  lines: readonly ProjectItem[];
}

/** What a project needs: how much, how much of it is used, and what is there for it. */
export function PartsTable({ project, lines }: PartsTableProps) {
  const isOver = project.status === "done" || project.status === "cancelled";
  const mayWrite = useMay("projects:write");
  return (
    <Table label="What it needs" rowCount={lines.length}>
      <TableHead>
        <HeadCell>Item</HeadCell>
        <HeadCell align="end" className="w-36">
          Needs
        </HeadCell>
        <HeadCell align="end" className="w-24">
          Used
        </HeadCell>
        <HeadCell align="end" className="w-32">
          There for it
        </HeadCell>
        <HeadCell className="w-36">
          <span className="sr-only">Shortage</span>
        </HeadCell>
        <HeadCell className="w-12">
          <span className="sr-only">Actions</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <PartRow key={line.item_id} line={line} isFixed={isOver || !mayWrite} mayRelease={mayWrite} />
        ))}
      </TableBody>
    </Table>
  );
}

interface PartRowProps {
  line: ProjectItem;
  isFixed: boolean;
  mayRelease: boolean;
}

function PartRow({ line, isFixed, mayRelease }: PartRowProps) {
  const { item, quantity, consumed, available, shortage, place } = line;
  return (
    <Row>
      <Cell phone="title" className="max-w-96">
        <Link
          to="/items/$itemId"
          params={{ itemId: item.id }}
          data-row-link
          className="block truncate rounded-sm font-medium text-ink hover:underline"
        >
          {item.name}
        </Link>
        <span className="block truncate text-xs text-muted">{place === "" ? "Nowhere yet" : place}</span>
      </Cell>
      <Cell isNumeric>
        {isFixed || item.deleted_at !== null ? (
          <Labelled label="Needs">{formatQuantity(quantity, item.unit)}</Labelled>
        ) : (
          <NeedBox key={quantity} line={line} />
        )}
      </Cell>
      <Cell isNumeric phone={consumed === 0 ? "hidden" : "detail"} className="text-muted">
        <Labelled label="Used">{formatNumber(consumed)}</Labelled>
      </Cell>
      <Cell isNumeric className="text-muted">
        <Labelled label="There for it">{formatQuantity(Math.max(0, available), item.unit)}</Labelled>
      </Cell>
      <Cell>
        <StandingBadge line={line} shortage={shortage} />
      </Cell>
      <Cell phone="end" align="end">
        {mayRelease ? <ReleaseButton line={line} /> : null}
      </Cell>
    </Row>
  );
}

/** On a phone there is no head of the table to say what a number is. */
function Labelled({ label, children }: { label: string; children: string }) {
  return (
    <>
      <span className="text-xs sm:hidden">{label}: </span>
      {children}
    </>
  );
}

function StandingBadge({
  line: { item, quantity, consumed },
  shortage,
}: {
  line: ProjectItem;
  shortage: number;
}) {
  if (item.deleted_at !== null) return <Badge tone="danger">In the trash</Badge>;
  if (shortage > 0) return <Badge tone="warn">{formatQuantity(shortage, item.unit)} missing</Badge>;
  return consumed >= quantity ? <Badge tone="ok">Used up</Badge> : null;
}

/** How much is needed, to be changed where it stands: Enter or leaving the box saves, Escape takes it back. */
function NeedBox({ line: { item, project_id, quantity } }: { line: ProjectItem }) {
  const [typed, setTyped] = useState(String(quantity));
  const reserve = useMutation(
    trpc.projects.reserve.mutationOptions({
      onSuccess: refreshProjects,
      onError: (error) => {
        setTyped(String(quantity));
        showProblem("The number was not changed.", error);
      },
    }),
  );
  const wanted = parseQuantity(typed);
  function save() {
    if (wanted === null) setTyped(String(quantity));
    else if (wanted !== quantity && !reserve.isPending)
      reserve.mutate({ id: project_id, item_id: item.id, quantity: wanted });
  }
  return (
    <span className="inline-flex items-center gap-1.5">
      <Input
        aria-label={`How much of ${item.name} it needs`}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        aria-invalid={wanted === null || undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
          else if (event.key === "Escape") setTyped(String(quantity));
        }}
        className="w-20 text-right tabular-nums"
      />
      <span className="min-w-6 text-left text-muted">{item.unit}</span>
    </span>
  );
}

function ReleaseButton({ line: { item, project_id } }: { line: ProjectItem }) {
  const release = useMutation(
    trpc.projects.release.mutationOptions({
      onSuccess: ({ event_seq }) => {
        showUndoToast({ title: `${item.name} was taken off the project.`, undo: [event_seq] });
        return refreshProjects();
      },
      onError: (error) => showProblem(`${item.name} was not taken off.`, error),
    }),
  );
  return (
    <IconButton
      icon={X}
      label={`Take ${item.name} off the project`}
      onClick={() => release.mutate({ id: project_id, item_id: item.id })}
    />
  );
}
