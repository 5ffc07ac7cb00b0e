import { useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import type { Whose } from "../../components/undo/undo-choice.ts";
import { UndoDialog } from "../../components/undo/undo-dialog.tsx";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import type { ActivitySearch } from "./activity-search.ts";

const ROWS_MAX = 200;

/** Undoes what the key or the person did that the screen is filtered by. */
export function UndoDoings({ search }: { search: ActivitySearch }) {
  const mayWrite = useMay("items:write");
  if (!mayWrite || (search.key === undefined && search.person === undefined)) return null;
  return search.key === undefined ? (
    <UndoPerson id={search.person ?? ""} since={search.since} />
  ) : (
    <UndoKey id={search.key} since={search.since} />
  );
}

interface UndoOf {
  id: string;
  since: string | undefined;
}

function UndoKey({ id, since }: UndoOf) {
  const { data } = useQuery(trpc.apiKeys.list.queryOptions({ status: "all", limit: ROWS_MAX }));
  const name = data?.data.find((key) => key.id === id)?.name ?? id;
  return <UndoButton whose={{ kind: "key", id, name }} since={since} label="Undo what this key did…" />;
}

function UndoPerson({ id, since }: UndoOf) {
  const { data } = useQuery(trpc.members.list.queryOptions({ limit: ROWS_MAX }));
  const name = data?.data.find((member) => member.id === id)?.name ?? "this person";
  return <UndoButton whose={{ kind: "person", id, name }} since={since} label="Undo what they did…" />;
}

function UndoButton({ whose, since, label }: { whose: Whose; since: string | undefined; label: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Undo2 aria-hidden />
        {label}
      </Button>
      <UndoDialog isOpen={isOpen} onClose={() => setIsOpen(false)} whose={whose} since={since} />
    </>
  );
}
