import type { ApiKey } from "@stowage/contract/api-keys";
import { formatAbsolute, formatDate } from "../../lib/format.ts";
import { expiresSoon } from "./key-status.ts";

/** When a key ends; the colour says that it is soon. */
export function KeyExpiry({ apiKey }: { apiKey: Pick<ApiKey, "status" | "expires_at"> }) {
  if (apiKey.expires_at === null) return <span className="text-muted">Never</span>;
  const isSoon = expiresSoon(apiKey, new Date());
  return (
    <time
      dateTime={apiKey.expires_at}
      title={formatAbsolute(apiKey.expires_at)}
      className={isSoon ? "font-medium text-warn-ink" : "text-muted"}
    >
      {formatDate(apiKey.expires_at)}
      {isSoon ? <span className="sr-only"> (soon)</span> : null}
    </time>
  );
}
