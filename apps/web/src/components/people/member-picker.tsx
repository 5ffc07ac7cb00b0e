import type { Member } from "@stowage/contract/members";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "../../lib/trpc.ts";
import { Combobox } from "../ui/combobox.tsx";

const SHOWN = 20;

interface MemberPickerProps {
  /** Null for what the placeholder says. */
  value: Pick<Member, "id" | "name"> | null;
  onValueChange: (member: Member | null) => void;
  placeholder: string;
  /** Left out of the choices. */
  exceptId?: string;
  label?: string;
  name?: string;
}

/** One member of the organization, found by name or address. */
export function MemberPicker({ value, onValueChange, exceptId, ...props }: MemberPickerProps) {
  const [query, setQuery] = useState("");
  const q = query.trim();
  const members = useQuery(
    trpc.members.list.queryOptions(
      { limit: SHOWN, ...(q && { q }) },
      { placeholderData: (previous) => previous },
    ),
  );
  const choices = members.data?.data.filter(({ id }) => id !== exceptId) ?? [];
  return (
    <Combobox
      {...props}
      value={value && { id: value.id, label: value.name }}
      onValueChange={(option) => onValueChange(choices.find(({ id }) => id === option?.id) ?? null)}
      options={choices.map(({ id, name, email, role }) => ({
        id,
        label: name,
        detail: `${email} · ${role}`,
      }))}
      onQueryChange={setQuery}
      isLoading={members.isFetching}
      emptyText="No member has this name or address."
    />
  );
}
