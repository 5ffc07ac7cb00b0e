import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { MemberPicker } from "../../components/people/member-picker.tsx";
import type { PlaceKind } from "../../components/places/place-options.ts";
import { PlacePicker } from "../../components/places/place-picker.tsx";
import { ProjectPicker } from "../../components/tasks/project-picker.tsx";
import { SubjectPicker } from "../../components/tasks/subject-picker.tsx";
import type { SubjectRef } from "../../components/tasks/task-values.ts";
import { Combobox } from "../../components/ui/combobox.tsx";
import { Field } from "../../components/ui/field.tsx";
import { trpc } from "../../lib/trpc.ts";
import type { ConditionDraft } from "./condition-draft.ts";

interface IdPickerProps {
  condition: ConditionDraft;
  value: string | null;
  onValueChange: (id: string | null) => void;
  problem: string | undefined;
}

/** A thing by its name, of the kind that the field is about. */
export function IdPicker(props: IdPickerProps) {
  return (
    <Field label="What it is compared with" isLabelHidden className="w-64 max-w-full" error={props.problem}>
      <PickerOf {...props} />
    </Field>
  );
}

function PickerOf({ condition: { field }, value, onValueChange }: IdPickerProps) {
  const place = PLACES[field];
  if (place) return <PlacePicker {...place} value={value} onValueChange={onValueChange} />;
  switch (field) {
    case "assignee_id":
    case "event.actor_user_id":
      return <PersonPicker value={value} onValueChange={onValueChange} placeholder="Whom?" />;
    case "project_id":
      return <ProjectPicker value={value} onValueChange={onValueChange} placeholder="Which project?" />;
    case "event.api_key_id":
      return <KeyPicker value={value} onValueChange={onValueChange} />;
    default:
      return (
        <SubjectPicker
          value={value === null ? null : { id: value, type: typeOf(value) }}
          onValueChange={(subject) => onValueChange(subject?.id ?? null)}
          placeholder="Which one?"
        />
      );
  }
}

const PLACES: Record<string, { kinds: readonly PlaceKind[]; placeholder: string }> = {
  location_ids: { kinds: ["location"], placeholder: "Which place?" },
  location_id: { kinds: ["location"], placeholder: "Which place?" },
  parent_id: { kinds: ["location"], placeholder: "Which place?" },
  bin_id: { kinds: ["bin"], placeholder: "Which bin?" },
};

const typeOf = (id: string): SubjectRef["type"] =>
  id.startsWith("bin_") ? "bin" : id.startsWith("loc_") ? "location" : "item";

interface PickerProps {
  value: string | null;
  onValueChange: (id: string | null) => void;
}

/** A member of the organization by name, from an id alone. */
export function PersonPicker({ value, onValueChange, placeholder }: PickerProps & { placeholder: string }) {
  const member = useQuery(trpc.members.get.queryOptions({ id: value ?? "" }, { enabled: value !== null }));
  const name = member.data?.name ?? (member.isError ? "A former member" : "…");
  return (
    <MemberPicker
      value={value === null ? null : { id: value, name }}
      onValueChange={(chosen) => onValueChange(chosen?.id ?? null)}
      placeholder={placeholder}
    />
  );
}

const KEYS_SHOWN = 50;

function KeyPicker({ value, onValueChange }: PickerProps) {
  const [query, setQuery] = useState("");
  const q = query.trim();
  const keys = useQuery(
    trpc.apiKeys.list.queryOptions(
      { limit: KEYS_SHOWN, ...(q && { q }) },
      { placeholderData: (previous) => previous },
    ),
  );
  const chosen = useQuery(trpc.apiKeys.get.queryOptions({ id: value ?? "" }, { enabled: value !== null }));
  return (
    <Combobox
      value={value === null ? null : { id: value, label: chosen.data?.name ?? "…" }}
      onValueChange={(option) => onValueChange(option?.id ?? null)}
      options={(keys.data?.data ?? []).map(({ id, name }) => ({ id, label: name }))}
      onQueryChange={setQuery}
      isLoading={keys.isFetching}
      placeholder="Which key?"
      emptyText="No key has this name."
    />
  );
}
