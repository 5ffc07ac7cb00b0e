import type { ComboboxOption } from "../../components/ui/combobox.tsx";

/** Every time zone that this browser knows by name, UTC first. */
export function timeZoneOptions(): ComboboxOption[] {
  const names = Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC");
  return ["UTC", ...names].map(timeZoneOption);
}

/** `America/Argentina/Salta`, to be found by its town too. */
export function timeZoneOption(name: string): ComboboxOption {
  return { id: name, label: name.replaceAll("_", " ") };
}

export function browserTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
