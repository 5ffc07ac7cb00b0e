import type { TriggerCondition } from "@stowage/contract/trigger-fields";
import { type CreateTrigger, familiesOf, type TriggerActionInput } from "@stowage/contract/triggers";
import { problemOf } from "../../lib/problem.ts";
import { readCondition } from "./condition-draft.ts";
import {
  type ActionDraft,
  type HeaderDraft,
  standingOf,
  type TaskDraft,
  type TriggerDraft,
  type WebhookDraft,
} from "./trigger-draft.ts";
import { suggestedName } from "./trigger-sentence.ts";

/** What is wrong, by the JSON pointer of what it is about: as the server names it, `/actions/0/url`. */
export type DraftProblems = Readonly<Record<string, string>>;

/** What the server is sent; `enabled` is the switch's affair. */
export type TriggerInput = Omit<CreateTrigger, "enabled">;

/** A draft as the server is sent it, or all that is missing in it. */
export function readDraft(draft: TriggerDraft): { input: TriggerInput } | { problems: DraftProblems } {
  const families = familiesOf(draft.event_types);
  const problems: Record<string, string> = {};
  if (draft.event_types.length === 0) problems["/event_types"] = "Say when it fires.";
  const conditions = draft.conditions.flatMap((condition, index): TriggerCondition[] => {
    const read = readCondition(condition, families);
    if ("condition" in read) return [read.condition];
    problems[`/conditions/${index}/${read.part}`] = read.problem;
    return [];
  });
  if (draft.actions.length === 0) problems["/actions"] = "Say what it does.";
  const actions = draft.actions.map((action, index) => {
    Object.assign(problems, actionProblems(action, `/actions/${index}`));
    return actionInput(action);
  });
  if (Object.keys(problems).length > 0) return { problems };
  const { event_types, throttle_seconds } = draft;
  const name = draft.name.trim() === "" ? suggestedName({ event_types, actions }) : draft.name.trim();
  return { input: { name, event_types, conditions, actions, throttle_seconds } };
}

function actionProblems(action: ActionDraft, pointer: string): DraftProblems {
  return action.type === "webhook" ? webhookProblems(action, pointer) : taskProblems(action, pointer);
}

function webhookProblems(webhook: WebhookDraft, pointer: string): Record<string, string> {
  const { url, headers } = webhook;
  const problems: Record<string, string> = {};
  if (url.trim() === "") problems[`${pointer}/url`] = "Say where it posts to.";
  else if (!/^https?:\/\/[^/\s]/i.test(url.trim()))
    problems[`${pointer}/url`] = "Expected an address that begins with http:// or https://.";
  for (const header of headers) {
    const { key, name, value } = header;
    if (value === "" && !["own", "kept"].includes(standingOf(webhook, header)))
      problems[`${pointer}/headers/${key}/value`] = "Enter its value, or remove the header.";
    if (name.trim() === "" && value !== "")
      problems[`${pointer}/headers/${key}`] = "Name the header, such as Authorization.";
    if (headers.some((other) => other.key < key && sameName(other, name)))
      problems[`${pointer}/headers/${key}`] = "This header is there already.";
  }
  return problems;
}

const sameName = (header: HeaderDraft, name: string): boolean =>
  name.trim() !== "" && header.name.trim().toLowerCase() === name.trim().toLowerCase();

function taskProblems({ title_template, due_in_days }: TaskDraft, pointer: string): Record<string, string> {
  return {
    ...(title_template.trim() === "" && { [`${pointer}/title_template`]: "Say what is to be done." }),
    ...(!/^\d{0,3}$/.test(due_in_days.trim()) && {
      [`${pointer}/due_in_days`]: "Expected a number of days, 365 at most.",
    }),
  };
}

function actionInput(action: ActionDraft): TriggerActionInput {
  if (action.type === "create_task") {
    const { key: _, ...sent } = action;
    const days = sent.due_in_days.trim();
    return {
      ...sent,
      title_template: sent.title_template.trim(),
      description_template: sent.description_template.trim(),
      due_in_days: days === "" ? null : Number(days),
    };
  }
  const { id, type, url } = action;
  const named = action.headers.filter(({ name }) => name.trim() !== "");
  return {
    ...(id !== undefined && { id }),
    type,
    url: url.trim(),
    headers: Object.fromEntries(
      named.map((header) => [
        header.name.trim(),
        standingOf(action, header) === "kept" ? null : header.value,
      ]),
    ),
  };
}

/** As much of a draft as can be looked at before it is complete; null while nothing can. */
export function previewInput(draft: TriggerDraft) {
  const { event_types } = draft;
  if (event_types.length === 0) return null;
  const families = familiesOf(event_types);
  const conditions = draft.conditions
    .map((condition) => readCondition(condition, families))
    .flatMap((read) => ("condition" in read ? [read.condition] : []));
  const actions = draft.actions
    .filter((action) => action.type === "create_task" && action.title_template.trim() !== "")
    .map(actionInput);
  return { event_types, conditions, actions };
}

/** What the server says of each part; a header's message comes back to the row that it is named in. */
export function problemsOf(error: unknown, draft: TriggerDraft): DraftProblems {
  const found: Record<string, string> = {};
  for (const { pointer, code, message } of problemOf(error)?.errors ?? []) {
    const header = /^(\/actions\/(\d+)\/headers)\/(.+)$/.exec(pointer);
    const row = header && headerRow(draft.actions[Number(header[2])], unescaped(header[3] ?? ""));
    const part = code === NO_VALUE ? "/value" : "";
    found[row ? `${header?.[1]}/${row.key}${part}` : pointer] ??= message;
  }
  return found;
}

/** The server's word for a header that it is to keep and has no value of. */
const NO_VALUE = "no_value_kept";

/** The draft after the server said what is wrong: what it has no value of has to be entered. */
export function withLostHeaders(draft: TriggerDraft, problems: DraftProblems): TriggerDraft {
  const lost = (header: HeaderDraft, pointer: string): HeaderDraft =>
    header.was === "kept" && `${pointer}/${header.key}/value` in problems
      ? { ...header, was: "lost" }
      : header;
  const actions = draft.actions.map((action, index) =>
    action.type === "webhook"
      ? {
          ...action,
          headers: action.headers.map((header) => lost(header, `/actions/${index}/headers`)),
        }
      : action,
  );
  return { ...draft, actions };
}

function headerRow(action: ActionDraft | undefined, name: string): HeaderDraft | undefined {
  return action?.type === "webhook" ? action.headers.find((header) => sameName(header, name)) : undefined;
}

const unescaped = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");

/** The message at a part, or at something within it. */
export function problemAt(problems: DraftProblems, pointer: string): string | undefined {
  return Object.entries(problems).find(([at]) => at === pointer || at.startsWith(`${pointer}/`))?.[1];
}

/** The messages that stay when a part is changed: those about the others. */
export function problemsBeside(problems: DraftProblems, changed: Partial<TriggerDraft>): DraftProblems {
  return Object.fromEntries(
    Object.entries(problems).filter(([pointer]) => !((pointer.split("/")[1] ?? "") in changed)),
  );
}

/** Where the builder has a place for a message; what stands elsewhere is said above the buttons. */
const SHOWN =
  /^\/(name|event_types|throttle_seconds|conditions\/\d+|actions\/\d+\/(url|headers\/\d+|title_template|description_template|due_in_days|assignee_id|priority))(\/|$)/;

/** What no part of the builder can show. */
export function otherProblems(problems: DraftProblems): string[] {
  return Object.entries(problems)
    .filter(([pointer]) => !SHOWN.test(pointer))
    .map(([, message]) => message);
}
