import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { Select, type SelectOption } from "../../components/ui/select.tsx";
import { formatMoment } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { type ActivitySearch, TYPE_OPTIONS } from "./activity-search.ts";

const ROWS_MAX = 200;
const selectStyles = "w-44 max-sm:w-auto max-sm:grow max-sm:basis-40";

const MINUTE_MS = 60_000;
/** How far back, in minutes. */
const SINCE: readonly SelectOption[] = [
  { value: "15", label: "Last 15 minutes" },
  { value: "60", label: "Last hour" },
  { value: "1440", label: "Last 24 hours" },
  { value: "10080", label: "Last 7 days" },
  { value: "43200", label: "Last 30 days" },
];

interface ActivityFiltersProps {
  search: ActivitySearch;
  onSearchChange: (search: ActivitySearch) => void;
}

export function ActivityFilters({ search, onSearchChange }: ActivityFiltersProps) {
  const keys = useQuery(trpc.apiKeys.list.queryOptions({ status: "all", limit: ROWS_MAX }));
  const members = useQuery(trpc.members.list.queryOptions({ limit: ROWS_MAX }));
  /** The search with one filter changed; what is off is left out of the URL. */
  const change = (filter: keyof ActivitySearch, value: string) => {
    const { [filter]: _, ...others } = search;
    onSearchChange(value === "" ? others : { ...others, [filter]: value });
  };
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Select
        aria-label="Type"
        className={selectStyles}
        value={search.type ?? "all"}
        onValueChange={(type) => change("type", type === "all" ? "" : type)}
        options={TYPE_OPTIONS}
      />
      <Select
        aria-label="Person"
        className={selectStyles}
        value={search.person ?? ""}
        onValueChange={(person) => change("person", person)}
        options={[{ value: "", label: "By anybody" }, ...withChosen(members, search.person)]}
      />
      <Select
        aria-label="API key"
        className={selectStyles}
        value={search.key ?? ""}
        onValueChange={(key) => change("key", key)}
        options={[{ value: "", label: "By hand or any key" }, ...withChosen(keys, search.key)]}
      />
      <Select
        aria-label="Time"
        className={selectStyles}
        value={search.since ?? ""}
        onValueChange={(since) => change("since", momentOf(since))}
        options={[
          { value: "", label: "Any time" },
          ...SINCE,
          ...(search.since ? [{ value: search.since, label: `Since ${formatMoment(search.since)}` }] : []),
        ]}
      />
      {Object.keys(search).length > 0 ? (
        <Button variant="quiet" onClick={() => onSearchChange({})}>
          <X aria-hidden />
          Clear
        </Button>
      ) : null}
    </div>
  );
}

/** Minutes back from this moment become that moment, so that the address keeps its meaning. */
function momentOf(choice: string): string {
  const minutes = Number(choice);
  if (choice === "" || Number.isNaN(minutes)) return choice;
  return new Date(Date.now() - minutes * MINUTE_MS).toISOString();
}

interface NamedRows {
  data: { data: readonly { id: string; name: string }[] } | undefined;
  isPending: boolean;
}

/** The rows as choices; the one that the URL names is among them even while, or although, it is not in the list. */
function withChosen({ data, isPending }: NamedRows, chosen: string | undefined): SelectOption[] {
  const options = data?.data.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  if (chosen === undefined || options.some(({ value }) => value === chosen)) return options;
  return [...options, { value: chosen, label: isPending ? "…" : chosen }];
}
