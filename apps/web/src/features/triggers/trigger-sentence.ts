import type { TriggerCondition } from "@stowage/contract/trigger-fields";
import { familiesOf, type Trigger, type TriggerActionInput } from "@stowage/contract/triggers";
import { formatDate, formatNumber } from "../../lib/format.ts";
import { whenWords } from "./event-choices.ts";
import { type DraftOp, fieldWords, kindOf, opWords } from "./field-choices.ts";

/** A stretch of a sentence: words, or something that is called by a name yet to be looked up. */
export type SentencePart = string | { id: string };

type Conditioned = Pick<Trigger, "event_types" | "conditions">;
export type Sentenced = Conditioned & { actions: readonly SentencedAction[] };
/** As much of an action as its words need. */
type SentencedAction =
  | Pick<Extract<TriggerActionInput, { type: "webhook" }>, "type" | "url">
  | Pick<Extract<TriggerActionInput, { type: "create_task" }>, "type" | "title_template">;

const ID = /^[a-z]{2,8}_[0-9a-z]{26}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One condition, after "and": "its tags include “pantry”". */
export function conditionParts(
  { field, op, value }: TriggerCondition,
  families: readonly string[],
): SentencePart[] {
  const kind = kindOf(field, families);
  if (kind === "boolean" && op !== "changed")
    return [`${fieldWords(field)} ${(op === "eq") === (value === true) ? "is" : "is not"} running low`];
  const shown: DraftOp = value === null ? (op === "eq" ? "empty" : "set") : op;
  const start = `${fieldWords(field)} ${opWords(shown, field, kind)}`;
  if (shown === "changed" || value === null || value === undefined) return [start];
  const values = Array.isArray(value) ? value : [value];
  return [
    start,
    ...values.flatMap((one, index): SentencePart[] => [
      index === 0 ? " " : index === values.length - 1 ? " or " : ", ",
      valuePart(one, kind),
    ]),
  ];
}

function valuePart(value: string | number | boolean | null, kind: ReturnType<typeof kindOf>): SentencePart {
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === null) return "nothing";
  if (ID.test(value) && kind !== "text") return { id: value };
  return kind === "date" && DAY.test(value) ? formatDate(`${value}T12:00:00`) : `“${value}”`;
}

const URL_SHOWN = 48;

/** What is done, after the arrow: "post to hooks.example.org/stock". */
export function actionWords(action: SentencedAction): string {
  if (action.type === "create_task")
    return action.title_template === "" ? "make a task" : `make the task “${action.title_template}”`;
  const address = action.url.replace(/^https?:\/\//, "").replace(/\/$/, "");
  if (address === "") return "post to …";
  return `post to ${address.length > URL_SHOWN ? `${address.slice(0, URL_SHOWN - 1)}…` : address}`;
}

/** A whole trigger: the parts that are said between "When", "and" and the arrow. */
export function sentenceOf({ event_types, conditions, actions }: Sentenced): {
  when: string;
  and: SentencePart[][];
  doings: string[];
} {
  const families = familiesOf(event_types);
  return {
    when: event_types.length === 0 ? "…" : whenWords(event_types),
    and: conditions.map((condition) => conditionParts(condition, families)),
    doings: actions.map(actionWords),
  };
}

const NAME_MAX = 100;

/** What a trigger is called whose maker gave it no name. */
export function suggestedName({ event_types, actions }: Pick<Sentenced, "event_types" | "actions">): string {
  const words = `${whenWords(event_types)} → ${actions.map(actionWords).join(", ")}`;
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return name.length > NAME_MAX ? `${name.slice(0, NAME_MAX - 1)}…` : name;
}

/** How often a trigger may fire, as the builder offers it. */
export const THROTTLES: readonly { value: number; label: string }[] = [
  { value: 0, label: "every time" },
  { value: 60, label: "at most once a minute" },
  { value: 300, label: "at most once every 5 minutes" },
  { value: 900, label: "at most once every 15 minutes" },
  { value: 3_600, label: "at most once an hour" },
  { value: 21_600, label: "at most once every 6 hours" },
  { value: 86_400, label: "at most once a day" },
];

/** A throttle in words, whatever a script set it to. */
export function throttleWords(seconds: number): string {
  return (
    THROTTLES.find(({ value }) => value === seconds)?.label ??
    `at most once every ${formatNumber(seconds)} seconds`
  );
}
