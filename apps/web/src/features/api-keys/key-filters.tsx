import type { Environment } from "@stowage/contract/environments";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { MemberPicker } from "../../components/people/member-picker.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Select, type SelectOption } from "../../components/ui/select.tsx";
import { UrlSearchInput } from "../../components/ui/url-search-input.tsx";
import { cx } from "../../lib/class-names.ts";
import { meOptions, trpc } from "../../lib/trpc.ts";
import { type ApiKeysSearch, isFiltered, type StatusFilter } from "./api-keys-search.ts";

const ENVIRONMENTS: readonly SelectOption<Environment | "">[] = [
  { value: "", label: "Live and test" },
  { value: "live", label: "Live only" },
  { value: "test", label: "Test only" },
];

const STATUSES: readonly SelectOption<StatusFilter | "">[] = [
  { value: "", label: "Any status" },
  { value: "current", label: "Not ended" },
  { value: "active", label: "Active" },
  { value: "rotating", label: "Rotating" },
  { value: "disabled", label: "Disabled" },
  { value: "ended", label: "Ended" },
];

interface KeyFiltersProps {
  search: ApiKeysSearch;
  onSearchChange: (search: ApiKeysSearch) => void;
}

/** K30: by name, status, environment, user, and what asks for tidying up. */
export function KeyFilters({ search, onSearchChange }: KeyFiltersProps) {
  const { data: me } = useQuery(meOptions);
  const change = (part: { [Name in keyof ApiKeysSearch]?: ApiKeysSearch[Name] | undefined }) =>
    onSearchChange({ ...search, ...part });
  const selectStyles = "w-34 max-sm:w-auto max-sm:grow max-sm:basis-30";
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <UrlSearchInput
        className="w-46 max-sm:w-full"
        label="Search keys"
        value={search.q}
        onValueChange={(q) => change({ q })}
      />
      <Select
        aria-label="Status"
        className={selectStyles}
        value={search.status ?? ""}
        onValueChange={(status) => change({ status: status === "" ? undefined : status })}
        options={STATUSES}
      />
      <Select
        aria-label="Environment"
        className={selectStyles}
        value={search.environment ?? ""}
        onValueChange={(value) => change({ environment: value === "" ? undefined : value })}
        options={ENVIRONMENTS}
      />
      {me?.role === "owner" || me?.role === "admin" ? (
        <SubjectFilter id={search.acts_as} onIdChange={(acts_as) => change({ acts_as })} />
      ) : null}
      <Toggle isOn={search.unused ?? false} onToggle={(unused) => change({ unused })}>
        Unused for 90 days
      </Toggle>
      <Toggle isOn={search.expiring ?? false} onToggle={(expiring) => change({ expiring })}>
        Ends within 30 days
      </Toggle>
      {isFiltered(search) ? (
        <Button variant="quiet" onClick={() => onSearchChange({})}>
          <X aria-hidden />
          Clear
        </Button>
      ) : null}
    </div>
  );
}

interface ToggleProps {
  isOn: boolean;
  onToggle: (isOn: true | undefined) => void;
  children: ReactNode;
}

function Toggle({ isOn, onToggle, children }: ToggleProps) {
  return (
    <Button
      aria-pressed={isOn}
      onClick={() => onToggle(isOn ? undefined : true)}
      className={cx(
        "max-sm:grow",
        isOn && "border-accent-ink bg-accent-soft text-accent-ink hover:bg-accent-soft",
      )}
    >
      {children}
    </Button>
  );
}

interface SubjectFilterProps {
  id: string | undefined;
  onIdChange: (id: string | undefined) => void;
}

function SubjectFilter({ id, onIdChange }: SubjectFilterProps) {
  const member = useQuery({ ...trpc.members.get.queryOptions({ id: id ?? "" }), enabled: id !== undefined });
  const name = member.data?.name ?? (member.isError ? "Former member" : "…");
  return (
    <div className="w-42 max-sm:w-auto max-sm:grow max-sm:basis-40">
      <MemberPicker
        label="Acts as"
        placeholder="Acts as anyone"
        value={id === undefined ? null : { id, name }}
        onValueChange={(chosen) => onIdChange(chosen?.id)}
      />
    </div>
  );
}
