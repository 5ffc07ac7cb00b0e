import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown, X } from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { useFieldControl } from "./field.tsx";
import { controlStyles } from "./input.tsx";

export interface ComboboxOption {
  id: string;
  label: string;
  /** What tells it from another of the same name, such as the path of a place. */
  detail?: string;
  isDisabled?: boolean;
}

interface ComboboxProps {
  value: ComboboxOption | null;
  onValueChange: (value: ComboboxOption | null) => void;
  options: readonly ComboboxOption[];
  /** Given when the server searches: called as one types, and the options are then shown as they come. */
  onQueryChange?: (query: string) => void;
  /** For choices that are only looked up once they are to be seen. */
  onOpenChange?: (isOpen: boolean) => void;
  isLoading?: boolean;
  placeholder?: string;
  /** Shown when nothing matches. */
  emptyText?: string;
  /** Named by the Field around it; without one, give its name here. */
  label?: string;
  name?: string;
  /** Whether it may be emptied; no where there is always one. */
  isClearable?: boolean;
}

/** A choice among many: one types to find it. Clearing it, where one may, means "none". */
export function Combobox(props: ComboboxProps) {
  const isSearchedByServer = props.onQueryChange !== undefined;
  return (
    <Base.Root<ComboboxOption>
      items={props.options}
      value={props.value}
      onValueChange={props.onValueChange}
      onInputValueChange={(query, details) => {
        if (details.reason === "input-change" || details.reason === "input-clear")
          props.onQueryChange?.(query);
      }}
      onOpenChange={(isOpen) => {
        props.onOpenChange?.(isOpen);
        if (!isOpen) props.onQueryChange?.("");
      }}
      isItemEqualToValue={(item, value) => item.id === value.id}
      itemToStringLabel={(item) => item.label}
      itemToStringValue={(item) => item.id}
      {...(isSearchedByServer ? { filter: null } : {})}
      autoHighlight
    >
      <div className="relative">
        <Base.Input
          {...useFieldControl()}
          aria-label={props.label}
          name={props.name}
          placeholder={props.placeholder}
          onKeyDown={(event) => {
            // With the list closed, Escape is for the dialog around it, and does not take away what was chosen.
            const isOpen = event.currentTarget.getAttribute("aria-expanded") === "true";
            if (event.key === "Escape" && !isOpen) event.preventBaseUIHandler();
          }}
          className={cx(controlStyles, "h-8 pr-14 pl-2.5 coarse:h-11 coarse:pr-20")}
        />
        <div className="absolute inset-y-0 right-1 flex items-center text-muted">
          {props.value && props.isClearable !== false ? (
            <Base.Clear
              aria-label="Clear"
              className="inline-flex size-6 items-center justify-center rounded hover:text-ink coarse:size-9"
            >
              <X aria-hidden className="size-3.5" />
            </Base.Clear>
          ) : null}
          <Base.Trigger
            aria-label="Show the choices"
            className="inline-flex size-6 items-center justify-center rounded hover:text-ink coarse:size-9"
          >
            <ChevronsUpDown aria-hidden className="size-3.5" />
          </Base.Trigger>
        </div>
      </div>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50 outline-none">
          <Base.Popup className="max-h-[min(18rem,var(--available-height))] w-(--anchor-width) min-w-56 overflow-y-auto rounded-lg bg-surface p-1 text-ui text-ink shadow-popup">
            <Base.Empty className="px-2 py-2 text-muted empty:hidden">
              {props.isLoading ? "Searching…" : (props.emptyText ?? "Nothing matches.")}
            </Base.Empty>
            <Base.List>
              {(option: ComboboxOption) => (
                <Base.Item
                  key={option.id}
                  value={option}
                  disabled={option.isDisabled ?? false}
                  className="flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 outline-none select-none data-disabled:cursor-default data-disabled:opacity-50 data-highlighted:bg-hover coarse:min-h-11"
                >
                  <span className="min-w-0 grow">
                    <span className="block truncate">{option.label}</span>
                    {option.detail ? (
                      <span className="block truncate text-xs text-muted">{option.detail}</span>
                    ) : null}
                  </span>
                  <Base.ItemIndicator>
                    <Check aria-hidden className="size-4 text-accent-ink" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
