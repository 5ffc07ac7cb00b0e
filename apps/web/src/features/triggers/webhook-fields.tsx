import { WEBHOOK_HEADERS_MAX } from "@stowage/contract/limits";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { type DraftProblems, problemAt } from "./draft-input.ts";
import { HeaderLine } from "./header-line.tsx";
import { type HeaderDraft, newKey, RETRY_WORDS, standingOf, type WebhookDraft } from "./trigger-draft.ts";

interface WebhookFieldsProps {
  action: WebhookDraft;
  pointer: string;
  problems: DraftProblems;
  onChange: (action: WebhookDraft) => void;
}

/** Where a webhook goes, and the headers that it takes along. */
export function WebhookFields({ action, pointer, problems, onChange }: WebhookFieldsProps) {
  const { headers } = action;
  const setHeaders = (next: HeaderDraft[]) => onChange({ ...action, headers: next });
  const [addedKey, setAddedKey] = useState<number | null>(null);
  const isFull = headers.length >= WEBHOOK_HEADERS_MAX;
  return (
    <div className="flex min-w-60 grow flex-col gap-2 max-sm:basis-full">
      <Field
        label="Address"
        isLabelHidden
        isRequired
        error={problemAt(problems, `${pointer}/url`)}
        hint={`A signed POST with what happened. ${RETRY_WORDS}`}
      >
        <Input
          type="url"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={2_000}
          placeholder={action.example ?? "https://example.org/stowage"}
          value={action.url}
          onChange={(event) => onChange({ ...action, url: event.target.value })}
        />
      </Field>
      {headers.map((header) => (
        <HeaderLine
          key={header.key}
          header={header}
          isNew={header.key === addedKey}
          standing={standingOf(action, header)}
          nameProblem={problems[`${pointer}/headers/${header.key}`]}
          valueProblem={problems[`${pointer}/headers/${header.key}/value`]}
          onChange={(changed) =>
            setHeaders(headers.map((other) => (other.key === changed.key ? changed : other)))
          }
          onRemove={() => setHeaders(headers.filter(({ key }) => key !== header.key))}
        />
      ))}
      {isFull ? null : (
        <Button
          variant="quiet"
          size="sm"
          className="w-fit"
          onClick={() => {
            const added = { key: newKey(headers), name: "", value: "", was: "own" as const };
            setAddedKey(added.key);
            setHeaders([...headers, added]);
          }}
        >
          <Plus aria-hidden />
          Add a header
        </Button>
      )}
    </div>
  );
}
