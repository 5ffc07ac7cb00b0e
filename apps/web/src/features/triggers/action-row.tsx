import type { DraftProblems } from "./draft-input.ts";
import { SentenceRow } from "./sentence-row.tsx";
import { TaskFields } from "./task-fields.tsx";
import { TokenSelect } from "./token-select.tsx";
import type { ActionDraft } from "./trigger-draft.ts";
import { newTask, newWebhook } from "./trigger-draft.ts";
import { WebhookFields } from "./webhook-fields.tsx";

interface ActionRowProps {
  action: ActionDraft;
  isFirst: boolean;
  /** Where messages about it stand: `/actions/0`. */
  pointer: string;
  problems: DraftProblems;
  /** Look-ups that make sense for what happens. */
  lookUps: readonly string[];
  onChange: (action: ActionDraft) => void;
  onRemove?: (() => void) | undefined;
}

const TYPES = [
  { value: "webhook", label: "post to" },
  { value: "create_task", label: "make a task" },
] as const;

/** "then post to …": what is done, and with what. */
export function ActionRow({
  action,
  isFirst,
  pointer,
  problems,
  lookUps,
  onChange,
  onRemove,
}: ActionRowProps) {
  return (
    <SentenceRow word={isFirst ? "then" : "and"} onRemove={onRemove} removeLabel="Remove this action">
      <div className="flex flex-wrap items-start gap-1.5">
        <TokenSelect
          label="What is done"
          value={action.type}
          choices={TYPES}
          onValueChange={(type) => {
            if (type !== action.type)
              onChange(type === "webhook" ? newWebhook(action.key) : newTask(action.key));
          }}
        />
        {action.type === "webhook" ? (
          <WebhookFields action={action} pointer={pointer} problems={problems} onChange={onChange} />
        ) : (
          <TaskFields
            action={action}
            pointer={pointer}
            problems={problems}
            lookUps={lookUps}
            onChange={onChange}
          />
        )}
      </div>
    </SentenceRow>
  );
}
