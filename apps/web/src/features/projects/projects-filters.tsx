import { X } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { FilterChips } from "../../components/ui/filter-chips.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { UrlSearchInput } from "../../components/ui/url-search-input.tsx";
import type { ProjectsSearch, ProjectsShown } from "./projects-search.ts";

const SHOWN: readonly { value: ProjectsShown; label: string }[] = [
  { value: "current", label: "Current" },
  { value: "over", label: "Over" },
  { value: "all", label: "All" },
];

interface ProjectsFiltersProps {
  search: ProjectsSearch;
  onSearchChange: (search: ProjectsSearch) => void;
}

export function ProjectsFilters({ search, onSearchChange }: ProjectsFiltersProps) {
  const { q, show, tag, sort } = search;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <UrlSearchInput
          className="w-72 max-sm:w-full"
          label="Search projects"
          value={q}
          onValueChange={(next) => onSearchChange({ ...search, q: next })}
        />
        <Segmented
          label="Which projects"
          value={show ?? "current"}
          onValueChange={(next) => onSearchChange({ ...search, show: next === "current" ? undefined : next })}
          options={SHOWN}
        />
        {q !== undefined || show !== undefined || tag !== undefined ? (
          <Button variant="quiet" onClick={() => onSearchChange(sort ? { sort } : {})}>
            <X aria-hidden />
            Clear
          </Button>
        ) : null}
      </div>
      <FilterChips
        chips={
          tag === undefined
            ? []
            : [{ key: "tag", label: tag, onRemove: () => onSearchChange({ ...search, tag: undefined }) }]
        }
      />
    </>
  );
}
