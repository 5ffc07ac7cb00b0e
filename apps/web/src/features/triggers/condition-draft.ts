import type { TriggerCondition } from "@stowage/contract/trigger-fields";
import { type DraftOp, kindOf, opsOf, takesNoValue } from "./field-choices.ts";

/** What a custom field holds, which decides what it is compared with. */
export type CustomAs = "text" | "number" | "yes_no";

/** A condition as the builder holds it: its values as they are typed. */
export interface ConditionDraft {
  key: number;
  field: string;
  op: DraftOp;
  values: string[];
  as: CustomAs;
}

/** A condition, or what is still wrong with it, by the part it concerns. */
export type ReadCondition =
  | { condition: TriggerCondition }
  | { part: "field" | "op" | "value"; problem: string };

export function conditionDraftOf(
  { field, op, value }: TriggerCondition,
  families: readonly string[],
  key: number,
): ConditionDraft {
  const isNull = value === null && (op === "eq" || op === "neq");
  const values = isNull || value === undefined ? [] : Array.isArray(value) ? value : [value];
  const isFlipped = kindOf(field, families) === "boolean" && op === "neq";
  return {
    key,
    field,
    op: isNull ? (op === "eq" ? "empty" : "set") : isFlipped ? "eq" : op,
    values: values.map((one) => textOf(isFlipped ? !one : one)),
    as: typeof values[0] === "number" ? "number" : typeof values[0] === "boolean" ? "yes_no" : "text",
  };
}

/** The condition that one most often wants of such things. */
export function newCondition(key: number, families: readonly string[]): ConditionDraft {
  const field =
    ["tags", "status", "name"].find((each) => kindOf(each, families) !== null) ?? "event.auth_method";
  return withField({ key, field: "", op: "eq", values: [], as: "text" }, field, families);
}

const textOf = (value: unknown): string =>
  typeof value === "boolean" ? (value ? "yes" : "no") : String(value ?? "");

/** The same condition about another field: what still makes sense of it stays. */
export function withField(draft: ConditionDraft, field: string, families: readonly string[]): ConditionDraft {
  const before = kindOf(draft.field, families);
  const kind = kindOf(field, families);
  const ops = opsOf(field, families);
  const op = ops.includes(draft.op) && before === kind ? draft.op : (ops[0] ?? "eq");
  return { ...draft, field, op, values: kind === "boolean" ? ["yes"] : [] };
}

/** The same condition compared otherwise; of several values the first stays where one is wanted. */
export function withOp(draft: ConditionDraft, op: DraftOp): ConditionDraft {
  return {
    ...draft,
    op,
    values: takesNoValue(op) ? [] : op === "in" ? draft.values : draft.values.slice(0, 1),
  };
}

/** What the server is sent for a condition. */
export function readCondition(
  { field, op, values, as }: ConditionDraft,
  families: readonly string[],
): ReadCondition {
  const kind = kindOf(field, families);
  if (kind === null)
    return { part: "field", problem: "What happens has no such field. Choose another, or take it away." };
  if (!/^[a-z_]+(\.[a-z][a-z0-9_]{0,49})?$/.test(field))
    return { part: "field", problem: "Name the field: small letters, digits and underscores." };
  if (op === "changed") return { condition: { field, op } };
  if (op === "empty" || op === "set")
    return { condition: { field, op: op === "empty" ? "eq" : "neq", value: null } };
  const texts = values.map((value) => value.trim()).filter((value) => value !== "");
  const read = texts.map((text) => readValue(text, kind === "custom" ? as : kind));
  const [first] = read;
  if (first === undefined) return { part: "value", problem: "Say what it is compared with." };
  if (read.includes(null)) return { part: "value", problem: "A number is expected here." };
  return { condition: { field, op, value: op === "in" ? read : first } };
}

function readValue(text: string, as: string): string | number | boolean | null {
  if (as === "boolean" || as === "yes_no") return text === "yes";
  if (as !== "number") return text;
  const value = Number(text.replace(",", "."));
  return Number.isFinite(value) ? value : null;
}
