import type { SearchHit } from "@stowage/contract/search";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "../../lib/trpc.ts";
import { useSettled } from "../../lib/use-settled.ts";
import { Combobox } from "../ui/combobox.tsx";
import { useSubjectName } from "./task-subject.tsx";
import type { SubjectRef } from "./task-values.ts";

const HITS_SHOWN = 20;
const KIND_WORDS: Record<SearchHit["type"], string> = { item: "Item", bin: "Bin", location: "Location" };

interface SubjectPickerProps {
  value: SubjectRef | null;
  onValueChange: (value: SubjectRef | null) => void;
  placeholder: string;
  name?: string;
}

/** One choice among all items, bins and locations, found by the server's search. */
export function SubjectPicker({ value, onValueChange, ...props }: SubjectPickerProps) {
  const [query, setQuery] = useState("");
  const q = useSettled(query.trim());
  const hits = useQuery(
    trpc.search.search.queryOptions(
      { q, limit: HITS_SHOWN },
      { enabled: q !== "", placeholderData: (previous) => previous },
    ),
  );
  const chosen = useSubjectName(value?.type ?? null, value?.id ?? null);
  const found = q === "" ? [] : (hits.data?.data ?? []);
  return (
    <Combobox
      {...props}
      value={
        value && { id: value.id, label: chosen.isGone ? `A deleted ${value.type}` : (chosen.name ?? "…") }
      }
      onValueChange={(option) => {
        const hit = found.find(({ id }) => id === option?.id);
        if (hit) onValueChange({ type: hit.type, id: hit.id });
        else if (option === null) onValueChange(null);
      }}
      options={found.map(({ id, name, type, place }) => ({
        id,
        label: name,
        detail: place === "" ? KIND_WORDS[type] : `${KIND_WORDS[type]} in ${place}`,
      }))}
      onQueryChange={setQuery}
      isLoading={hits.isFetching || q !== query.trim()}
      emptyText={q === "" ? "Type a part of a name, or a code." : "Nothing matches."}
    />
  );
}
