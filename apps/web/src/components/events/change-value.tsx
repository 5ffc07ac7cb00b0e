import { useQuery } from "@tanstack/react-query";
import { formatDate, formatNumber } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { PersonName } from "./person-name.tsx";

const TEXT_MAX = 120;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** One side of a change, in words: ids of places, bins and people by name, lists joined, emptiness said. */
export function ChangeValue({ value }: { value: unknown }) {
  if (typeof value === "string" && value.startsWith("loc_")) return <LocationName id={value} />;
  if (typeof value === "string" && value.startsWith("bin_")) return <BinName id={value} />;
  if (typeof value === "string" && value.startsWith("user_")) return <PersonName id={value} />;
  const text = textOf(value);
  return text === null ? <span className="text-faint italic">none</span> : text;
}

function LocationName({ id }: { id: string }) {
  const { data, isError } = useQuery(trpc.locations.get.queryOptions({ id }));
  return data?.name ?? (isError ? "a deleted location" : "…");
}

function BinName({ id }: { id: string }) {
  const { data, isError } = useQuery(trpc.bins.get.queryOptions({ id }));
  return data?.name ?? (isError ? "a deleted bin" : "…");
}

/** A value as one line, or null when there is nothing in it. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? null : shorten(value.map(String).join(", "));
  if (typeof value === "object")
    return Object.keys(value).length === 0 ? null : shorten(JSON.stringify(value));
  if (typeof value === "string" && MOMENT.test(value)) return formatDate(value);
  return shorten(String(value));
}

function shorten(text: string): string {
  return text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX - 1)}…` : text;
}
