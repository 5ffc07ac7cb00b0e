import type { ApiKeyRow } from "@stowage/contract/api-keys";
import { Link } from "@tanstack/react-router";
import { Sparkline } from "../../components/ui/sparkline.tsx";
import { Cell, Row } from "../../components/ui/table.tsx";
import { Time } from "../../components/ui/time.tsx";
import { cx } from "../../lib/class-names.ts";
import { formatAbsolute, formatDate } from "../../lib/format.ts";
import { accessSummary } from "./access-words.ts";
import { EnvironmentBadge } from "./environment-badge.tsx";
import { KeyExpiry } from "./key-expiry.tsx";
import { KeyRowMenu } from "./key-row-menu.tsx";
import { endedReason, hasEnded } from "./key-status.ts";
import { KeyStatusBadge } from "./key-status-badge.tsx";
import { boundsSummary, madeBy } from "./people-words.ts";
import { dailyRequestsSentence, requestsOf } from "./usage-words.ts";

interface KeyRowProps {
  apiKey: ApiKeyRow;
  isHighlighted: boolean;
  onRotate: (key: ApiKeyRow) => void;
  onRevoke: (key: ApiKeyRow) => void;
}

/** One key: what it is, may do and did, in two lines; on a phone as a card. */
export function KeyRow({ apiKey, isHighlighted, ...on }: KeyRowProps) {
  const isEnded = hasEnded(apiKey);
  const access = accessSummary(apiKey.scopes);
  const bounds = boundsSummary(apiKey);
  return (
    <Row className={cx(isHighlighted && "bg-accent-soft hover:bg-accent-soft", isEnded && "text-muted")}>
      <Cell phone="title" className="py-1.5">
        <div className="flex min-w-0 items-center gap-2 max-sm:flex-wrap max-sm:gap-y-1">
          <Link
            to="/settings/api-keys/$keyId"
            params={{ keyId: apiKey.id }}
            data-row-link
            className="max-w-42 truncate max-xl:sm:max-w-28 rounded-sm font-medium text-ink hover:underline max-sm:max-w-full max-sm:after:absolute max-sm:after:inset-0"
          >
            {apiKey.name}
          </Link>
          <KeyStatusBadge status={apiKey.status} />
        </div>
        <div className="mt-0.5 flex items-center gap-2">
          <code className="font-mono text-xs leading-5 text-muted">{apiKey.prefix}</code>
          {/* The prefix says it too; where there is little room, that must do. */}
          <span className="flex max-xl:sm:hidden">
            <EnvironmentBadge environment={apiKey.environment} />
          </span>
        </div>
        <span
          className="hidden max-w-48 truncate text-xs leading-5 text-muted max-lg:sm:block"
          title={access}
        >
          {access}
        </span>
      </Cell>
      <Cell className="max-w-0 max-lg:sm:hidden max-sm:max-w-none">
        <span
          className={cx(
            "block truncate max-sm:text-ink",
            apiKey.scopes.includes("admin:*") &&
              !isEnded &&
              "font-medium text-danger-ink max-sm:text-danger-ink",
          )}
          title={access}
        >
          {access}
        </span>
        {bounds === "" ? null : (
          <span className="block truncate text-xs leading-5 text-muted" title={bounds}>
            {bounds}
          </span>
        )}
      </Cell>
      <Cell phone="hidden" className="whitespace-nowrap max-xl:hidden">
        <time
          dateTime={apiKey.created_at}
          title={formatAbsolute(apiKey.created_at)}
          className="block text-muted"
        >
          {formatDate(apiKey.created_at)}
        </time>
        <span className="block max-w-28 truncate text-xs leading-5 text-muted">{madeBy(apiKey)}</span>
      </Cell>
      <Cell className="whitespace-nowrap text-muted">
        <span className="sm:hidden">Used </span>
        {apiKey.last_used_at === null ? (
          <span className="max-sm:lowercase">Never</span>
        ) : (
          <Time at={apiKey.last_used_at} />
        )}
        {apiKey.last_used_ip === null ? null : (
          <span
            className="block max-w-28 truncate text-xs leading-5 max-sm:hidden"
            title={apiKey.last_used_ip}
          >
            {apiKey.last_used_ip}
          </span>
        )}
        {isEnded ? null : (
          <span className="sm:hidden">
            {" · ends "}
            <span className="max-sm:[&>span]:lowercase">
              <KeyExpiry apiKey={apiKey} />
            </span>
          </span>
        )}
      </Cell>
      <Cell className={cx("text-muted sm:whitespace-nowrap", !isEnded && "max-sm:hidden")}>
        {isEnded ? (
          <span
            className="block max-w-44 truncate max-xl:max-w-28 max-sm:max-w-none"
            title={endedReason(apiKey)}
          >
            {endedReason(apiKey)}
          </span>
        ) : (
          <>
            <KeyExpiry apiKey={apiKey} />
            {apiKey.auto_renew ? (
              <span className="block text-xs leading-5 text-muted">renews itself</span>
            ) : null}
          </>
        )}
      </Cell>
      <Cell
        className={cx(
          "max-lg:sm:hidden max-sm:mt-1.5",
          requestsOf(apiKey.daily_requests) === 0 && "max-sm:hidden",
        )}
      >
        <Sparkline
          values={apiKey.daily_requests}
          label={dailyRequestsSentence(apiKey.daily_requests, new Date())}
        />
      </Cell>
      <Cell align="end" phone="end" className="w-10 pl-0 max-sm:row-span-6 max-sm:self-start">
        <KeyRowMenu apiKey={apiKey} {...on} />
      </Cell>
    </Row>
  );
}
