import { useQuery } from "@tanstack/react-query";
import { ChangeValue } from "../../components/events/change-value.tsx";
import { useProjectName } from "../../components/tasks/project-picker.tsx";
import { trpc } from "../../lib/trpc.ts";

/** Whatever an id stands for, by its name: a place, a bin, an item, a project, a person, a key. */
export function ThingName({ id }: { id: string }) {
  if (id.startsWith("item_")) return <ItemName id={id} />;
  if (id.startsWith("proj_")) return <ProjectName id={id} />;
  if (id.startsWith("key_")) return <KeyName id={id} />;
  return <ChangeValue value={id} />;
}

function ItemName({ id }: { id: string }) {
  const { data, isError } = useQuery(trpc.items.get.queryOptions({ id }));
  return data?.name ?? (isError ? "a deleted item" : "…");
}

function ProjectName({ id }: { id: string }) {
  return useProjectName(id) ?? "a project";
}

function KeyName({ id }: { id: string }) {
  const { data, isError } = useQuery(trpc.apiKeys.get.queryOptions({ id }));
  return data?.name ?? (isError ? "another's key" : "…");
}
