import { TRIGGER_ACTIONS_MAX, TRIGGER_CONDITIONS_MAX } from "@stowage/contract/limits";
import { familiesOf } from "@stowage/contract/triggers";
import { ListTodo, Plus, Webhook } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { bringIntoSight } from "../../components/form/bring-into-sight.ts";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Menu, MenuItem } from "../../components/ui/menu.tsx";
import { problemSentence } from "../../lib/problem.ts";
import { ActionRow } from "./action-row.tsx";
import { newCondition } from "./condition-draft.ts";
import { ConditionRow } from "./condition-row.tsx";
import {
  type DraftProblems,
  otherProblems,
  problemAt,
  problemsBeside,
  problemsOf,
  readDraft,
  type TriggerInput,
  withLostHeaders,
} from "./draft-input.ts";
import { EventsPicker } from "./events-picker.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { lookUpsFor } from "./look-ups.ts";
import { PreviewCard } from "./preview-card.tsx";
import { PartProblem, SentenceRow } from "./sentence-row.tsx";
import { TokenSelect } from "./token-select.tsx";
import { newKey, newTask, newWebhook, type TriggerDraft } from "./trigger-draft.ts";
import { suggestedName, THROTTLES, throttleWords } from "./trigger-sentence.ts";
import { TriggerSentenceLine } from "./trigger-sentence-line.tsx";

interface TriggerFormProps {
  initial: TriggerDraft;
  submitLabel: string;
  /** Saves; the server's error is let through to be shown at its part. */
  onSubmit: (input: TriggerInput) => Promise<void>;
  onCancel: () => void;
  /** Above the buttons, as when somebody else saved first. */
  note?: (draft: TriggerDraft) => ReactNode;
}

/** The sentence of a trigger, part by part, and beside it what it would do. */
export function TriggerForm({ initial, submitLabel, onSubmit, onCancel, note }: TriggerFormProps) {
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<DraftProblems>({});
  const [sentence, setSentence] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Counts, so that the same message twice takes the focus twice; an effect, so that the messages are drawn by then.
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) focusFirstInvalid(form.current);
  }, [refusals]);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(initial);

  function change(part: Partial<TriggerDraft>): void {
    setDraft((before) => ({ ...before, ...part }));
    setProblems((before) => problemsBeside(before, part));
  }

  function showProblems(found: DraftProblems): void {
    setProblems(found);
    const others = otherProblems(found);
    setSentence(others.length > 0 ? others.join(" ") : null);
    setRefusals((before) => before + 1);
  }

  async function submit(): Promise<void> {
    if (isBusy) return;
    setSentence(null);
    const read = readDraft(draft);
    if ("problems" in read) return showProblems(read.problems);
    setIsBusy(true);
    try {
      await onSubmit(read.input);
    } catch (error) {
      const found = problemsOf(error, draft);
      if (Object.keys(found).length > 0) {
        setDraft((before) => withLostHeaders(before, found));
        showProblems(found);
      } else setSentence(problemSentence(error));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <form
      ref={form}
      noValidate
      className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="min-w-0 rounded-lg border border-line bg-surface shadow-raised">
        <TriggerParts draft={draft} problems={problems} onChange={change} />
        <div className="flex flex-col gap-3 border-t border-line px-4 py-3">
          <Name draft={draft} error={problemAt(problems, "/name")} onChange={(name) => change({ name })} />
          {sentence === null ? null : (
            <p
              ref={bringIntoSight}
              role="alert"
              className="rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink"
            >
              {sentence}
            </p>
          )}
          {note?.(draft)}
        </div>
        <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-3">
          <p className="min-w-0 grow basis-60 text-ui max-sm:basis-full break-words text-muted">
            <Whole draft={draft} />
          </p>
          <Button className="max-sm:grow" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" isBusy={isBusy} className="max-sm:grow">
            {submitLabel}
          </Button>
        </footer>
      </div>
      <div className="min-w-0 lg:sticky lg:top-[calc(var(--frame-top)+1.75rem)]">
        <PreviewCard draft={draft} />
      </div>
      <LeaveGuard isActive={isChanged && !isBusy} />
    </form>
  );
}

/** The trigger as it will read, as far as it is said. */
function Whole({ draft }: { draft: TriggerDraft }) {
  const read = readDraft(draft);
  return "input" in read ? <TriggerSentenceLine trigger={read.input} /> : "The sentence is not complete yet.";
}

interface NameProps {
  draft: TriggerDraft;
  error: string | undefined;
  onChange: (name: string) => void;
}

function Name({ draft, error, onChange }: NameProps) {
  return (
    <Field label="Name" aside="Optional" error={error} hint="Without one it is called by what it says.">
      <Input
        maxLength={100}
        autoComplete="off"
        placeholder={draft.event_types.length === 0 ? "Low stock to the kitchen" : suggestedName(draft)}
        value={draft.name}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

interface TriggerPartsProps {
  draft: TriggerDraft;
  problems: DraftProblems;
  onChange: (part: Partial<TriggerDraft>) => void;
}

function TriggerParts({ draft, problems, onChange }: TriggerPartsProps) {
  const { event_types, conditions, actions, throttle_seconds } = draft;
  const eventsProblem = problemAt(problems, "/event_types");
  const eventsProblemId = useId();
  const [addedKey, setAddedKey] = useState<number | null>(null);
  const families = familiesOf(event_types);
  const replaced = <Row extends { key: number }>(rows: Row[], row: Row) =>
    rows.map((other) => (other.key === row.key ? row : other));
  const without = <Row extends { key: number }>(rows: Row[], row: Row) =>
    rows.filter(({ key }) => key !== row.key);
  const add = (action: TriggerDraft["actions"][number]) => onChange({ actions: [...actions, action] });
  return (
    <div className="px-4 py-2">
      <SentenceRow word="When">
        <EventsPicker
          value={event_types}
          onValueChange={(chosen) => onChange({ event_types: chosen })}
          isInvalid={eventsProblem !== undefined}
          describedBy={eventsProblem === undefined ? undefined : eventsProblemId}
        />
        <PartProblem id={eventsProblemId}>{eventsProblem}</PartProblem>
      </SentenceRow>
      {conditions.map((condition, index) => (
        <ConditionRow
          key={condition.key}
          condition={condition}
          families={families}
          isNew={condition.key === addedKey}
          problem={problemAt(problems, `/conditions/${index}`)}
          onChange={(changed) => onChange({ conditions: replaced(conditions, changed) })}
          onRemove={() => onChange({ conditions: without(conditions, condition) })}
        />
      ))}
      {event_types.length === 0 || conditions.length >= TRIGGER_CONDITIONS_MAX ? null : (
        <SentenceRow word="">
          <Button
            variant="quiet"
            size="sm"
            className="w-fit"
            onClick={() => {
              const added = newCondition(newKey(conditions), families);
              setAddedKey(added.key);
              onChange({ conditions: [...conditions, added] });
            }}
          >
            <Plus aria-hidden />
            {conditions.length === 0 ? "and only if…" : "and…"}
          </Button>
        </SentenceRow>
      )}
      {actions.map((action, index) => (
        <ActionRow
          key={action.key}
          action={action}
          isFirst={index === 0}
          pointer={`/actions/${index}`}
          problems={problems}
          lookUps={lookUpsFor(event_types, families)}
          onChange={(changed) => onChange({ actions: replaced(actions, changed) })}
          {...(actions.length > 1 && { onRemove: () => onChange({ actions: without(actions, action) }) })}
        />
      ))}
      {actions.length >= TRIGGER_ACTIONS_MAX ? null : (
        <SentenceRow word="">
          <Menu
            align="start"
            trigger={
              <Button variant="quiet" size="sm" className="w-fit">
                <Plus aria-hidden />
                and also…
              </Button>
            }
          >
            <MenuItem icon={Webhook} onSelect={() => add(newWebhook(newKey(actions)))}>
              Post to an address
            </MenuItem>
            <MenuItem icon={ListTodo} onSelect={() => add(newTask(newKey(actions)))}>
              Make a task
            </MenuItem>
          </Menu>
        </SentenceRow>
      )}
      <SentenceRow word="">
        <TokenSelect
          label="How often it fires"
          value={String(throttle_seconds)}
          choices={[
            ...THROTTLES.map(({ value, label }) => ({ value: String(value), label })),
            ...(THROTTLES.some(({ value }) => value === throttle_seconds)
              ? []
              : [{ value: String(throttle_seconds), label: throttleWords(throttle_seconds) }]),
          ]}
          onValueChange={(value) => onChange({ throttle_seconds: Number(value) })}
        />
        {throttle_seconds > 0 ? (
          <p className="text-xs text-muted">What it lets pass meanwhile is counted in the next post.</p>
        ) : null}
      </SentenceRow>
    </div>
  );
}

function focusFirstInvalid(form: HTMLFormElement | null): void {
  const control = form?.querySelector<HTMLElement>("[aria-invalid=true]");
  control?.focus({ preventScroll: true });
  control?.scrollIntoView({ block: "center" });
}
