import { CalendarDate } from "@stowage/contract/times";
import {
  EVENT_FIELDS,
  type FieldKind,
  fieldKind,
  opsOfField,
  SUBJECT_FIELDS,
  type TriggerCondition,
} from "@stowage/contract/trigger-fields";
import { familiesOf } from "@stowage/contract/triggers";
import { nearestField } from "../nearest-field.ts";
import { invalidField } from "../problems.ts";
import { type Facts, looked } from "./facts.ts";

/** @throws validation_failed  a field that no such event has, a comparison that makes no sense of it, or a value of another kind */
export function checkConditions(
  event_types: readonly string[],
  conditions: readonly TriggerCondition[],
): void {
  const families = familiesOf(event_types);
  for (const [place, condition] of conditions.entries())
    checkCondition(condition, families, `/conditions/${place}`);
}

function checkCondition(
  { field, op, value }: TriggerCondition,
  families: readonly string[],
  pointer: string,
): void {
  const kind = fieldKind(field, families);
  if (kind === null) throw invalidField(`${pointer}/field`, "unknown_field", noSuchField(field, families));
  const ops = opsOfField(field, families);
  if (!ops.includes(op))
    throw invalidField(`${pointer}/op`, "invalid_op", `${field} can be compared by ${ops.join(", ")}.`);
  const expected = expectation(kind, op);
  if (!expected.holds(value)) throw invalidField(`${pointer}/value`, "invalid_type", expected.words);
}

function noSuchField(field: string, families: readonly string[]): string {
  const subjects: Record<string, Record<string, FieldKind>> = SUBJECT_FIELDS;
  const known = [
    ...families.flatMap((family) => Object.keys(subjects[family] ?? {})),
    ...Object.keys(EVENT_FIELDS),
  ];
  const nearest = nearestField(field, known);
  return `No event of these types has a field ${field}.${nearest === null ? "" : ` Did you mean ${nearest}?`}`;
}

interface Expectation {
  words: string;
  holds(value: TriggerCondition["value"]): boolean;
}

/** What a value must be, by the kind of its field and the comparison. */
function expectation(kind: FieldKind | "custom", op: TriggerCondition["op"]): Expectation {
  if (op === "changed") return { words: "changed takes no value.", holds: (value) => value === undefined };
  const one = SCALARS[kind];
  if (op === "in")
    return {
      words: `Expected a list: ${one.words}`,
      holds: (value) => Array.isArray(value) && value.every(one.holds),
    };
  const mayBeNull = (op === "eq" || op === "neq") && kind !== "boolean";
  return {
    words: one.words,
    holds: (value) => value !== undefined && ((mayBeNull && value === null) || one.holds(value)),
  };
}

const SCALARS: Record<FieldKind | "custom", Expectation> = {
  text: { words: "Expected a text.", holds: (value) => typeof value === "string" },
  id: { words: "Expected an id.", holds: (value) => typeof value === "string" },
  list: { words: "Expected a text.", holds: (value) => typeof value === "string" },
  number: { words: "Expected a number.", holds: (value) => typeof value === "number" },
  boolean: { words: "Expected true or false.", holds: (value) => typeof value === "boolean" },
  date: {
    words: "Expected a day such as 2026-01-02.",
    holds: (value) => CalendarDate.safeParse(value).success,
  },
  custom: {
    words: "Expected a text, a number, true or false.",
    holds: (value) => ["string", "number", "boolean"].includes(typeof value),
  },
};

/** Whether all of them hold. */
export function hold(conditions: readonly TriggerCondition[], facts: Facts): boolean {
  return conditions.every((condition) => holds(condition, facts));
}

function holds({ field, op, value }: TriggerCondition, facts: Facts): boolean {
  if (op === "changed") return hasChanged(field, facts);
  const found = looked(facts, field.includes(".") ? pathOf(field) : ["subject", field]) ?? null;
  switch (op) {
    case "eq":
      return found === value;
    case "neq":
      return found !== value;
    case "in":
      return Array.isArray(value) && value.some((one) => isOrHolds(found, one));
    case "contains":
      return Array.isArray(found) ? isOrHolds(found, value) : folded(found).includes(folded(value));
    default:
      return isOrdered(op, found, value);
  }
}

/** `custom.color` is a custom field of what it happened to; `event.…` and `data.…` are of the event. */
function pathOf(field: string): string[] {
  const [root = "", ...rest] = field.split(".");
  return root === "custom" ? ["subject", "custom_fields", ...rest] : [root, ...rest];
}

function hasChanged(field: string, { event }: Facts): boolean {
  const custom = /^custom\.(.+)$/.exec(field)?.[1];
  if (custom === undefined) return Object.hasOwn(event.changes, field);
  const { old, new: now } = event.changes.custom_fields ?? {};
  return memberOf(old, custom) !== memberOf(now, custom);
}

function memberOf(value: unknown, name: string): unknown {
  const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return isObject ? (value as Record<string, unknown>)[name] : null; // its own member, of whatever type
}

/** Members of lists are words such as tags, which are the same whatever their case. */
function isOrHolds(found: unknown, one: unknown): boolean {
  return Array.isArray(found) ? found.some((member) => folded(member) === folded(one)) : found === one;
}

const folded = (value: unknown): string => String(value ?? "").toLowerCase();

function isOrdered(op: "lt" | "lte" | "gt" | "gte", found: unknown, value: unknown): boolean {
  const isPair =
    (typeof found === "number" && typeof value === "number") ||
    (typeof found === "string" && typeof value === "string");
  if (!isPair) return false;
  const [left, right] = [found, value] as [number, number] | [string, string]; // both of one type, as just seen
  if (op === "lt") return left < right;
  if (op === "lte") return left <= right;
  return op === "gt" ? left > right : left >= right;
}
