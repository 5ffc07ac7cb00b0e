import type { ApiKeyWithUsage } from "@stowage/contract/api-keys";
import { FactList } from "../../components/ui/fact-list.tsx";
import { Time } from "../../components/ui/time.tsx";
import { formatCount, formatNumber } from "../../lib/format.ts";
import { EnvironmentBadge } from "./environment-badge.tsx";
import { KeyExpiry } from "./key-expiry.tsx";
import { KeyStatusBadge } from "./key-status-badge.tsx";
import { actsForAnother, madeBy } from "./people-words.ts";
import { usePlaceNames } from "./use-place-names.ts";

/** What is known of a key beside what it may do. */
export function KeyFacts({ apiKey }: { apiKey: ApiKeyWithUsage }) {
  const { usage, rate_limit } = apiKey;
  const places = usePlaceNames(apiKey.location_ids);
  return (
    <FactList
      label="Facts"
      facts={[
        [
          "Status",
          <span key="status" className="flex gap-1.5">
            <KeyStatusBadge status={apiKey.status} />
            <EnvironmentBadge environment={apiKey.environment} />
          </span>,
        ],
        ["Key", <Code key="key">{apiKey.prefix}</Code>],
        ["Description", apiKey.description === "" ? null : <Lines key="text" lines={[apiKey.description]} />],
        ["Acts as", actsForAnother(apiKey) ? apiKey.acts_as_name : null],
        ["Requests today", formatCount(usage.requests_today, "request")],
        ["Requests this month", formatCount(usage.requests_this_month, "request")],
        [
          "Last used",
          <span key="used">
            {apiKey.last_used_at === null ? "Never" : <Time at={apiKey.last_used_at} />}
            {apiKey.last_used_ip === null ? null : (
              <span className="break-all text-muted"> from {apiKey.last_used_ip}</span>
            )}
          </span>,
        ],
        [
          "Ends",
          <span key="ends">
            <KeyExpiry apiKey={apiKey} />
            {apiKey.auto_renew ? <span className="text-muted">, renews itself</span> : null}
          </span>,
        ],
        ["Places", places && <Lines key="places" lines={places} />],
        ["Networks", apiKey.allowed_cidrs && <Lines key="networks" lines={apiKey.allowed_cidrs} isCode />],
        ["Rate limit", rate_limit && limitWords(rate_limit)],
        [
          "Created",
          <span key="created">
            <Time at={apiKey.created_at} /> <span className="text-muted">{madeBy(apiKey)}</span>
          </span>,
        ],
        ["Rotated", apiKey.rotated_at && <Time key="rotated" at={apiKey.rotated_at} />],
        [
          "Id",
          <Code key="id" isQuiet>
            {apiKey.id}
          </Code>,
        ],
      ]}
    />
  );
}

function limitWords({ per_minute, per_hour }: NonNullable<ApiKeyWithUsage["rate_limit"]>): string {
  const words = [
    per_minute === undefined ? "" : `${formatNumber(per_minute)} a minute`,
    per_hour === undefined ? "" : `${formatNumber(per_hour)} an hour`,
  ];
  return words.filter((window) => window !== "").join(", ");
}

function Code({ isQuiet = false, children }: { isQuiet?: boolean; children: string }) {
  return (
    <code className={isQuiet ? "font-mono text-xs break-all text-muted" : "font-mono text-xs break-all"}>
      {children}
    </code>
  );
}

function Lines({ lines, isCode = false }: { lines: readonly string[]; isCode?: boolean }) {
  return (
    <ul>
      {lines.map((line, position) => (
        <li key={`${position} ${line}`} className="whitespace-pre-line">
          {isCode ? <Code>{line}</Code> : line}
        </li>
      ))}
    </ul>
  );
}
