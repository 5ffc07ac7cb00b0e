import type { ApiKey } from "@stowage/contract/api-keys";
import { FactList } from "../../components/ui/fact-list.tsx";
import { Time } from "../../components/ui/time.tsx";
import { formatCount } from "../../lib/format.ts";
import { EnvironmentBadge } from "./environment-badge.tsx";
import { KeyExpiry } from "./key-expiry.tsx";
import { KeyStatusBadge } from "./key-status-badge.tsx";

interface KeyFactsProps {
  apiKey: ApiKey & { usage: { requests_today: number; requests_this_month: number } };
}

export function KeyFacts({ apiKey }: KeyFactsProps) {
  const { usage } = apiKey;
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
        [
          "Key",
          <code key="key" className="font-mono text-xs break-all">
            {apiKey.prefix}
          </code>,
        ],
        ["Requests today", formatCount(usage.requests_today, "request")],
        ["Requests this month", formatCount(usage.requests_this_month, "request")],
        [
          "Last used",
          <span key="used">
            {apiKey.last_used_at === null ? "Never" : <Time at={apiKey.last_used_at} />}
            {apiKey.last_used_ip === null ? null : (
              <span className="text-muted"> from {apiKey.last_used_ip}</span>
            )}
          </span>,
        ],
        ["Expires", <KeyExpiry key="expires" apiKey={apiKey} />],
        ["Created", <Time key="created" at={apiKey.created_at} />],
        [
          "Description",
          apiKey.description === "" ? null : (
            <span className="whitespace-pre-line">{apiKey.description}</span>
          ),
        ],
        [
          "Id",
          <code key="id" className="font-mono text-xs break-all text-muted">
            {apiKey.id}
          </code>,
        ],
      ]}
    />
  );
}
