import { Select } from "../../components/ui/select.tsx";
import { UrlSearchInput } from "../../components/ui/url-search-input.tsx";
import type { MembersSearch } from "./members-search.ts";
import { ROLE_WORDS, ROLES } from "./role-words.ts";

const OPTIONS = [
  { value: "", label: "Every role" },
  ...ROLES.map((role) => ({ value: role, label: `${ROLE_WORDS[role].label}s` })),
];

interface MembersFiltersProps {
  search: MembersSearch;
  onSearchChange: (search: MembersSearch) => void;
}

export function MembersFilters({ search, onSearchChange }: MembersFiltersProps) {
  return (
    <div className="mb-3 flex flex-wrap gap-2">
      <UrlSearchInput
        label="Search members"
        value={search.q}
        onValueChange={(q) => onSearchChange({ ...search, q })}
        className="min-w-48 grow sm:max-w-72"
      />
      <Select
        aria-label="Role"
        value={search.role ?? ""}
        options={OPTIONS}
        onValueChange={(value) => onSearchChange({ ...search, role: ROLES.find((role) => role === value) })}
        className="w-36"
      />
    </div>
  );
}
