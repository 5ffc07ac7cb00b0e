import type { TaskSubject as Kind, Task } from "@stowage/contract/tasks";
import { useQuery } from "@tanstack/react-query";
import { Archive, type LucideIcon, MapPin, Package } from "lucide-react";
import { trpc } from "../../lib/trpc.ts";
import { SubjectLink } from "../events/subject-link.tsx";

/** A thing changes its name seldom. */
const NAME_STALE_MS = 60_000;
const ICONS: Record<Kind, LucideIcon> = { item: Package, bin: Archive, location: MapPin };

/** The thing that a task is about, as a link to it. */
export function TaskSubject({ task }: { task: Pick<Task, "subject_type" | "subject_id"> }) {
  if (task.subject_type === null || task.subject_id === null) return null;
  return <SubjectOf type={task.subject_type} id={task.subject_id} />;
}

function SubjectOf({ type, id }: { type: Kind; id: string }) {
  const { name, isGone } = useSubjectName(type, id);
  const Icon = ICONS[type];
  if (isGone) return <span className="text-faint">A deleted {type}</span>;
  return (
    <SubjectLink
      subject={{ subject_type: type, subject_id: id, subject_name: name ?? "" }}
      className="relative z-1 inline-flex min-w-0 items-center gap-1.5 rounded-sm text-muted hover:text-ink hover:underline"
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{name ?? "…"}</span>
    </SubjectLink>
  );
}

/** What the subject of a task is called; `isGone` once it is deleted. */
export function useSubjectName(type: Kind | null, id: string | null) {
  const input = { id: id ?? "" };
  const isOf = (kind: Kind) => ({ enabled: type === kind && id !== null, staleTime: NAME_STALE_MS });
  const item = useQuery(trpc.items.get.queryOptions(input, isOf("item")));
  const bin = useQuery(trpc.bins.get.queryOptions(input, isOf("bin")));
  const location = useQuery(trpc.locations.get.queryOptions(input, isOf("location")));
  const asked = { item, bin, location }[type ?? "item"];
  return { name: asked.data?.name, isGone: asked.isError };
}
