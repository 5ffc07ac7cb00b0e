import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { quantityOf } from "./quantity-of.ts";
import type { ScanEntry } from "./scan-entry.ts";

interface CompleteScanFormProps {
  entry: ScanEntry;
  onComplete: (more: { quantity: number } | { name: string; quantity: number }) => void;
}

/** What a scan cannot know: how many were counted, or what the new item is called. */
export function CompleteScanForm({ entry, onComplete }: CompleteScanFormProps) {
  const isNaming = entry.state === "naming";
  const [name, setName] = useState("");
  const [typed, setTyped] = useState(isNaming ? "1" : "");
  const quantity = quantityOf(typed);
  const isReady = quantity !== null && (!isNaming || name.trim() !== "");
  return (
    <form
      className="ml-7 flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady || quantity === null) return;
        onComplete(isNaming ? { name: name.trim(), quantity } : { quantity });
      }}
    >
      {isNaming ? (
        <Field label="Name" className="min-w-40 grow">
          <Input autoFocus value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </Field>
      ) : null}
      <Field label={isNaming ? "How many" : `How many, was ${entry.answer?.quantity ?? 0}`} className="w-36">
        <Input
          // It answers the scan that was just made.
          autoFocus={!isNaming}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="tabular-nums"
        />
      </Field>
      <Button type="submit" variant="primary" className="coarse:h-11" disabled={!isReady}>
        {isNaming ? "Add item" : "Set"}
      </Button>
    </form>
  );
}
