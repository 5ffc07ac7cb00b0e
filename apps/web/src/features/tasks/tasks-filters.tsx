import { CalendarClock, User, X } from "lucide-react";
import { ProjectPicker } from "../../components/tasks/project-picker.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { UrlSearchInput } from "../../components/ui/url-search-input.tsx";
import { isNarrowed, type TasksSearch, type TasksShown } from "./tasks-search.ts";

const SHOWN: readonly { value: TasksShown; label: string }[] = [
  { value: "to-do", label: "To do" },
  { value: "done", label: "Done" },
  { value: "all", label: "All" },
];

interface TasksFiltersProps {
  search: TasksSearch;
  onSearchChange: (search: TasksSearch) => void;
}

export function TasksFilters({ search, onSearchChange }: TasksFiltersProps) {
  const toggle = (filter: "mine" | "overdue") =>
    onSearchChange({ ...search, [filter]: search[filter] ? undefined : true });
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <UrlSearchInput
        className="w-64 max-sm:w-full"
        label="Search tasks"
        value={search.q}
        onValueChange={(q) => onSearchChange({ ...search, q })}
      />
      <Segmented
        label="Which tasks"
        value={search.show ?? "to-do"}
        onValueChange={(show) => onSearchChange({ ...search, show: show === "to-do" ? undefined : show })}
        options={SHOWN}
      />
      <Button
        aria-pressed={search.mine ?? false}
        className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
        onClick={() => toggle("mine")}
      >
        <User aria-hidden className="max-sm:hidden" />
        Mine
      </Button>
      <Button
        aria-pressed={search.overdue ?? false}
        className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
        onClick={() => toggle("overdue")}
      >
        <CalendarClock aria-hidden className="max-sm:hidden" />
        Overdue
      </Button>
      <div className="w-48 max-sm:w-auto max-sm:grow">
        <ProjectPicker
          label="Project"
          placeholder="Any project"
          value={search.project_id ?? null}
          onValueChange={(id) => onSearchChange({ ...search, project_id: id ?? undefined })}
        />
      </div>
      {isNarrowed(search) ? (
        <Button variant="quiet" onClick={() => onSearchChange(search.sort ? { sort: search.sort } : {})}>
          <X aria-hidden />
          Clear
        </Button>
      ) : null}
    </div>
  );
}
