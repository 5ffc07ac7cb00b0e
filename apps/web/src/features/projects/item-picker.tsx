import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "../../components/ui/combobox.tsx";
import { trpc } from "../../lib/trpc.ts";
import { useSettled } from "../../lib/use-settled.ts";

const HITS_SHOWN = 20;

export interface ChosenItem {
  id: string;
  name: string;
}

interface ItemPickerProps {
  value: ChosenItem | null;
  onValueChange: (value: ChosenItem | null) => void;
  label: string;
  placeholder: string;
  /** Items that are on the list already. */
  taken: ReadonlySet<string>;
}

/** One item, found by the server's search. */
export function ItemPicker({ value, onValueChange, taken, ...props }: ItemPickerProps) {
  const [query, setQuery] = useState("");
  const q = useSettled(query.trim());
  const hits = useQuery(
    trpc.search.search.queryOptions(
      { q, type: ["item"], limit: HITS_SHOWN },
      { enabled: q !== "", placeholderData: (previous) => previous },
    ),
  );
  const found = q === "" ? [] : (hits.data?.data ?? []);
  return (
    <Combobox
      {...props}
      value={value && { id: value.id, label: value.name }}
      onValueChange={(option) => onValueChange(option && { id: option.id, name: option.label })}
      options={found.map(({ id, name, place }) => ({
        id,
        label: name,
        detail: taken.has(id) ? "On the list already" : place,
        isDisabled: taken.has(id),
      }))}
      onQueryChange={setQuery}
      isLoading={hits.isFetching || q !== query.trim()}
      emptyText={q === "" ? "Type a part of a name, a barcode or a SKU." : "No item matches."}
    />
  );
}
