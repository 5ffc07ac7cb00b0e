import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { Select } from "../../components/ui/select.tsx";
import { trpc } from "../../lib/trpc.ts";
import { type ActivitySearch, TYPE_OPTIONS } from "./activity-search.ts";

const KEYS_MAX = 200;

interface ActivityFiltersProps {
  search: ActivitySearch;
  onSearchChange: (search: ActivitySearch) => void;
}

export function ActivityFilters({ search, onSearchChange }: ActivityFiltersProps) {
  const keys = useQuery(trpc.apiKeys.list.queryOptions({ status: "all", limit: KEYS_MAX }));
  const options = keys.data?.data.map((key) => ({ value: key.id, label: key.name })) ?? [];
  if (search.key && !options.some((option) => option.value === search.key)) {
    options.push({ value: search.key, label: keys.isPending ? "…" : search.key });
  }
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Select
        aria-label="Type"
        className="w-56 max-sm:w-auto max-sm:grow max-sm:basis-40"
        value={search.type ?? "all"}
        onValueChange={(type) => onSearchChange({ ...search, type: type === "all" ? undefined : type })}
        options={TYPE_OPTIONS}
      />
      <Select
        aria-label="API key"
        className="w-56 max-sm:w-auto max-sm:grow max-sm:basis-40"
        value={search.key ?? ""}
        onValueChange={(key) => onSearchChange({ ...search, key: key === "" ? undefined : key })}
        options={[{ value: "", label: "By anyone or any key" }, ...options]}
      />
      {search.type || search.key ? (
        <Button variant="quiet" onClick={() => onSearchChange({})}>
          <X aria-hidden />
          Clear
        </Button>
      ) : null}
    </div>
  );
}
