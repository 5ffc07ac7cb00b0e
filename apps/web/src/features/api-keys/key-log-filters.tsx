import type { KeyUseOutcome } from "@stowage/contract/key-usage";
import { X } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Select, type SelectOption } from "../../components/ui/select.tsx";
import { UrlSearchInput } from "../../components/ui/url-search-input.tsx";
import { type ApiKeySearch, isLogFiltered, type LogKind, withoutLogFilters } from "./api-key-search.ts";

const KINDS: readonly SelectOption<LogKind | "">[] = [
  { value: "", label: "Calls and changes" },
  { value: "request", label: "Calls" },
  { value: "event", label: "Changes" },
];

const OUTCOMES: readonly SelectOption<KeyUseOutcome | "">[] = [
  { value: "", label: "Any outcome" },
  { value: "succeeded", label: "Answered" },
  { value: "refused", label: "Refused" },
  { value: "failed", label: "Failed" },
];

interface KeyLogFiltersProps {
  search: ApiKeySearch;
  onSearchChange: (search: ApiKeySearch) => void;
}

export function KeyLogFilters({ search, onSearchChange }: KeyLogFiltersProps) {
  const change = (part: { [Name in keyof ApiKeySearch]?: ApiKeySearch[Name] | undefined }) =>
    onSearchChange({ ...search, ...part });
  const dates = [
    { name: "from", label: "From day", min: undefined, max: search.to },
    { name: "to", label: "To day", min: search.from, max: undefined },
  ] as const;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Select
        aria-label="Kind"
        className="w-42 max-sm:w-auto max-sm:grow max-sm:basis-36"
        value={search.kind ?? ""}
        onValueChange={(kind) => change({ kind: kind === "" ? undefined : kind })}
        options={KINDS}
      />
      <Select
        aria-label="Outcome"
        className="w-34 max-sm:w-auto max-sm:grow max-sm:basis-32"
        value={search.outcome ?? ""}
        onValueChange={(outcome) => change({ outcome: outcome === "" ? undefined : outcome })}
        options={OUTCOMES}
      />
      <UrlSearchInput
        className="w-48 max-sm:w-full"
        label="Endpoint"
        value={search.endpoint}
        onValueChange={(endpoint) => change({ endpoint })}
      />
      <UrlSearchInput
        className="w-40 max-sm:w-full"
        label="Address"
        value={search.ip}
        onValueChange={(ip) => change({ ip })}
      />
      {dates.map(({ name, label, min, max }) => (
        <Input
          key={name}
          type="date"
          aria-label={label}
          className="w-36 max-sm:w-auto max-sm:grow max-sm:basis-32"
          value={search[name] ?? ""}
          min={min}
          max={max}
          onChange={(event) => change({ [name]: event.target.value === "" ? undefined : event.target.value })}
        />
      ))}
      {isLogFiltered(search) ? (
        <Button variant="quiet" onClick={() => onSearchChange(withoutLogFilters(search))}>
          <X aria-hidden />
          Clear
        </Button>
      ) : null}
    </div>
  );
}
