import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "../../lib/trpc.ts";
import { useSettled } from "../../lib/use-settled.ts";
import { Combobox } from "../ui/combobox.tsx";

const SHOWN = 30;
const NAME_STALE_MS = 60_000;

interface ProjectPickerProps {
  value: string | null;
  onValueChange: (value: string | null) => void;
  placeholder: string;
  label?: string;
  name?: string;
}

/** One project, found by its name; those last changed come first. */
export function ProjectPicker({ value, onValueChange, ...props }: ProjectPickerProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [query, setQuery] = useState("");
  const q = useSettled(query.trim());
  const projects = useQuery(
    trpc.projects.list.queryOptions(
      { limit: SHOWN, ...(q && { q }) },
      { enabled: isOpen, placeholderData: (previous) => previous },
    ),
  );
  const name = useProjectName(value);
  return (
    <Combobox
      {...props}
      value={value === null ? null : { id: value, label: name ?? "…" }}
      onValueChange={(option) => onValueChange(option?.id ?? null)}
      options={(projects.data?.data ?? []).map(({ id, name: label, status }) => ({
        id,
        label,
        detail: status,
      }))}
      onQueryChange={setQuery}
      onOpenChange={setIsOpen}
      isLoading={projects.isFetching}
      emptyText="No project has this name."
    />
  );
}

/** What a project is called; undefined until that is known. */
export function useProjectName(id: string | null): string | undefined {
  const { data } = useQuery(
    trpc.projects.get.queryOptions({ id: id ?? "" }, { enabled: id !== null, staleTime: NAME_STALE_MS }),
  );
  return data?.name;
}
