import type { ApiKey } from "@stowage/contract/api-keys";
import { Link } from "@tanstack/react-router";
import { Ban } from "lucide-react";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { Time } from "../../components/ui/time.tsx";
import { cx } from "../../lib/class-names.ts";
import { formatAbsolute, formatDate } from "../../lib/format.ts";
import { accessSummary } from "./access-words.ts";
import { EnvironmentBadge } from "./environment-badge.tsx";
import { KeyExpiry } from "./key-expiry.tsx";
import { endedReason, hasEnded } from "./key-status.ts";
import { KeyStatusBadge } from "./key-status-badge.tsx";

interface KeyTableProps {
  label: string;
  keys: readonly ApiKey[];
  isRefetching?: boolean;
  /** A key that was just made: it stands out until the reader has seen it. */
  highlightedId?: string | null;
  onRevoke: (key: ApiKey) => void;
}

/** Keys that work, or keys that ended (with the reason in place of the expiry). */
export function KeyTable({
  label,
  keys,
  isRefetching = false,
  highlightedId = null,
  onRevoke,
}: KeyTableProps) {
  const isEnded = keys.every(hasEnded);
  return (
    <Table label={label} isRefetching={isRefetching}>
      <TableHead>
        <HeadCell className="min-w-56">Name</HeadCell>
        <HeadCell className="w-46">Key</HeadCell>
        <HeadCell className="max-lg:hidden">Access</HeadCell>
        <HeadCell className="w-24 max-md:hidden">Created</HeadCell>
        <HeadCell className="min-w-34">Last used</HeadCell>
        <HeadCell className="min-w-34">{isEnded ? "Ended" : "Expires"}</HeadCell>
        <HeadCell className="w-12">
          <span className="sr-only">Actions</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <KeyRow key={key.id} apiKey={key} isHighlighted={key.id === highlightedId} onRevoke={onRevoke} />
        ))}
      </TableBody>
    </Table>
  );
}

interface KeyRowProps {
  apiKey: ApiKey;
  isHighlighted: boolean;
  onRevoke: (key: ApiKey) => void;
}

function KeyRow({ apiKey, isHighlighted, onRevoke }: KeyRowProps) {
  const isEnded = hasEnded(apiKey);
  const summary = accessSummary(apiKey.scopes);
  return (
    <Row className={cx(isHighlighted && "bg-accent-soft hover:bg-accent-soft", isEnded && "text-muted")}>
      <Cell phone="title">
        <div className="flex min-w-0 items-center gap-2">
          <Link
            to="/settings/api-keys/$keyId"
            params={{ keyId: apiKey.id }}
            data-row-link
            className="max-w-36 truncate rounded-sm font-medium text-ink hover:underline max-sm:max-w-none max-sm:after:absolute max-sm:after:inset-0"
          >
            {apiKey.name}
          </Link>
          <EnvironmentBadge environment={apiKey.environment} />
          {apiKey.status === "active" || isEnded ? null : <KeyStatusBadge status={apiKey.status} />}
        </div>
      </Cell>
      <Cell>
        <code className="font-mono text-xs text-muted">{apiKey.prefix}</code>
      </Cell>
      <Cell className="w-full max-w-0 max-lg:sm:hidden max-sm:max-w-none">
        <span className="block truncate text-muted" title={summary}>
          {summary}
        </span>
      </Cell>
      <Cell phone="hidden" className="whitespace-nowrap max-md:hidden">
        <time dateTime={apiKey.created_at} title={formatAbsolute(apiKey.created_at)} className="text-muted">
          {formatDate(apiKey.created_at)}
        </time>
      </Cell>
      <Cell className="whitespace-nowrap text-muted">
        <span className="sm:hidden">Used </span>
        <span className="max-sm:lowercase">
          {apiKey.last_used_at === null ? "Never" : <Time at={apiKey.last_used_at} />}
        </span>
        {isEnded ? null : (
          <span className="sm:hidden">
            {" · ends "}
            <span className="max-sm:[&>span]:lowercase">
              <KeyExpiry apiKey={apiKey} />
            </span>
          </span>
        )}
      </Cell>
      <Cell className={cx("whitespace-nowrap text-muted", !isEnded && "max-sm:hidden")}>
        {isEnded ? endedReason(apiKey) : <KeyExpiry apiKey={apiKey} />}
      </Cell>
      <Cell align="end" phone="end" className="w-10 pl-0 max-sm:row-span-4">
        {isEnded ? null : (
          <IconButton
            icon={Ban}
            tone="danger"
            label={`Revoke ${apiKey.name}`}
            className="max-sm:relative"
            onClick={() => onRevoke(apiKey)}
          />
        )}
      </Cell>
    </Row>
  );
}
