import type { KeyUseOutcome } from "@stowage/contract/key-usage";
import { choiceParam, textParam } from "../../lib/search-params.ts";

export const USAGE_DAYS = [7, 30, 90, 365] as const;
export type UsageDays = (typeof USAGE_DAYS)[number];

export type LogKind = "request" | "event";

/** The state of a key's page, as the URL holds it. */
export interface ApiKeySearch {
  /** K23: scopes that a refused script lacked, joined by commas. The edit dialog opens with them ticked. */
  add?: string;
  /** Without it, the overview. */
  tab?: "log";
  /** How many days the charts cover; without it, 30. */
  days?: UsageDays;
  /** The filters of the log. */
  kind?: LogKind;
  outcome?: KeyUseOutcome;
  endpoint?: string;
  ip?: string;
  /** The first and the last day, `YYYY-MM-DD`. */
  from?: string;
  to?: string;
}

const ADD_MAX = 1_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

// Which of the words of `add` are scopes is told later: the list of them is not for the first load of the app.
export function readApiKeySearch(search: Record<string, unknown>): ApiKeySearch {
  const add = textParam(search.add, ADD_MAX);
  const tab = choiceParam(search.tab, ["log"] as const);
  const days = USAGE_DAYS.find((choice) => choice === Number(search.days));
  const kind = choiceParam<LogKind>(search.kind, ["request", "event"]);
  const outcome = choiceParam<KeyUseOutcome>(search.outcome, ["succeeded", "refused", "failed"]);
  const endpoint = textParam(search.endpoint);
  const ip = textParam(search.ip, 45);
  const from = dateParam(search.from);
  const to = dateParam(search.to);
  return {
    ...(add && { add }),
    ...(tab && { tab }),
    ...(days && { days }),
    ...(kind && { kind }),
    ...(outcome && { outcome }),
    ...(endpoint && { endpoint }),
    ...(ip && { ip }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

function dateParam(value: unknown): string | undefined {
  const date = textParam(value, 10);
  return date !== undefined && DATE.test(date) && !Number.isNaN(Date.parse(date)) ? date : undefined;
}

/** The filters of the log as the server takes them: a day begins and ends where the reader is. */
export function logInput({ kind, outcome, endpoint, ip, from, to }: ApiKeySearch) {
  return {
    ...(kind && { kind }),
    ...(outcome && { outcome }),
    ...(endpoint && { endpoint }),
    ...(ip && { ip }),
    ...(from && { since: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to && { until: new Date(`${to}T23:59:59.999`).toISOString() }),
  };
}

export function isLogFiltered(search: ApiKeySearch): boolean {
  return Object.keys(logInput(search)).length > 0;
}

/** The same page without the filters of its log. */
export function withoutLogFilters({ tab, days }: ApiKeySearch): ApiKeySearch {
  return { ...(tab && { tab }), ...(days && { days }) };
}
