import type { Environment } from "@stowage/contract/environments";
import { Select, type SelectOption } from "../../components/ui/select.tsx";
import { UrlSearchInput } from "../../components/ui/url-search-input.tsx";
import type { ApiKeysSearch } from "./api-keys-search.ts";

const ENVIRONMENTS: readonly SelectOption<Environment | "">[] = [
  { value: "", label: "Live and test" },
  { value: "live", label: "Live only" },
  { value: "test", label: "Test only" },
];

interface KeyFiltersProps {
  search: ApiKeysSearch;
  onSearchChange: (search: ApiKeysSearch) => void;
}

export function KeyFilters({ search, onSearchChange }: KeyFiltersProps) {
  return (
    <div className="mb-3 flex gap-2">
      <UrlSearchInput
        className="w-72 max-sm:w-auto max-sm:grow"
        label="Search keys"
        value={search.q}
        onValueChange={(q) => onSearchChange({ ...search, q })}
      />
      <Select
        aria-label="Environment"
        className="w-36 shrink-0"
        value={search.environment ?? ""}
        onValueChange={(value) =>
          onSearchChange({ ...search, environment: value === "" ? undefined : value })
        }
        options={ENVIRONMENTS}
      />
    </div>
  );
}
