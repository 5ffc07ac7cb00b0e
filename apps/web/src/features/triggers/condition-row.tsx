import { useId } from "react";
import { Input } from "../../components/ui/input.tsx";
import { type ConditionDraft, type CustomAs, withField, withOp } from "./condition-draft.ts";
import { ConditionValue, isPicked } from "./condition-value.tsx";
import {
  customNameOf,
  fieldChoices,
  fieldWords,
  kindOf,
  opsOf,
  opWords,
  takesNoValue,
} from "./field-choices.ts";
import { PartProblem, SentenceRow } from "./sentence-row.tsx";
import { TokenSelect } from "./token-select.tsx";

interface ConditionRowProps {
  condition: ConditionDraft;
  families: readonly string[];
  /** It was just added, and gets the focus. */
  isNew: boolean;
  /** What is wrong with its field, its comparison or its value. */
  problem: string | undefined;
  onChange: (condition: ConditionDraft) => void;
  onRemove: () => void;
}

const HOLDS: readonly { value: CustomAs; label: string }[] = [
  { value: "text", label: "the text" },
  { value: "number", label: "the number" },
  { value: "yes_no", label: "yes or no:" },
];

/** "and its tags include pantry": three parts, each to be changed where it stands. */
export function ConditionRow({ condition, families, isNew, problem, onChange, onRemove }: ConditionRowProps) {
  const problemId = useId();
  const { field, op } = condition;
  const kind = kindOf(field, families);
  const custom = customNameOf(field);
  const isShownByValue = isPicked(field, kind) && !takesNoValue(op);
  const describedBy = problem === undefined || isShownByValue ? undefined : problemId;
  return (
    <SentenceRow word="and" onRemove={onRemove} removeLabel={`Remove the condition on ${fieldWords(field)}`}>
      <div className="flex flex-wrap items-center gap-1.5">
        <TokenSelect
          label="What is looked at"
          value={custom === null ? field : "custom."}
          groups={fieldChoices(families)}
          isInvalid={kind === null}
          describedBy={describedBy}
          isNew={isNew}
          onValueChange={(next) => onChange(withField(condition, next, families))}
        />
        {custom === null ? null : (
          <Input
            aria-label="Name of the custom field"
            placeholder="voltage"
            autoComplete="off"
            autoCapitalize="none"
            maxLength={50}
            value={custom}
            aria-invalid={(problem !== undefined && custom === "") || undefined}
            onChange={(event) => onChange({ ...condition, field: `custom.${event.target.value}` })}
            className="w-32"
          />
        )}
        {kind === null ? null : (
          <TokenSelect
            label="How it is compared"
            value={op}
            choices={opsOf(field, families).map((value) => ({ value, label: opWords(value, field, kind) }))}
            onValueChange={(next) => onChange(withOp(condition, next))}
          />
        )}
        {custom === null || takesNoValue(op) ? null : (
          <TokenSelect
            label="What the field holds"
            value={condition.as}
            choices={HOLDS}
            onValueChange={(as) => onChange({ ...condition, as, values: as === "yes_no" ? ["yes"] : [] })}
          />
        )}
        {kind === null || takesNoValue(op) ? null : (
          <ConditionValue
            key={`${field} ${op} ${condition.as}`}
            condition={condition}
            kind={kind}
            families={families}
            problem={problem}
            describedBy={describedBy}
            onValuesChange={(values) => onChange({ ...condition, values })}
          />
        )}
      </div>
      <PartProblem id={problemId}>{isShownByValue ? undefined : problem}</PartProblem>
    </SentenceRow>
  );
}
