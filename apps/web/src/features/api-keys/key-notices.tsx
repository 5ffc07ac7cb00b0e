import type { ApiKeyRow } from "@stowage/contract/api-keys";
import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { actsForAnother } from "./people-words.ts";

interface KeyNoticesProps {
  apiKey: ApiKeyRow;
  readerId: string | undefined;
  isReadOnly: boolean;
}

/** What the reader should know before anything else on a key's page. */
export function KeyNotices({ apiKey, readerId, isReadOnly }: KeyNoticesProps) {
  const isForReader = apiKey.acts_as === readerId && actsForAnother(apiKey);
  return (
    <>
      {apiKey.status === "disabled" ? (
        <Notice tone="warn" title="Disabled.">
          Every request with this key is refused until it is enabled; its secret stays the same.
        </Notice>
      ) : null}
      {isForReader ? (
        <Notice tone="accent" title="You are the user this key acts as.">
          {apiKey.created_by_name ?? "A former member"} made it; what it does, it does with your rights as
          they are then. {isReadOnly ? null : "You can disable or revoke it at any time."}
        </Notice>
      ) : null}
      {isReadOnly ? (
        <Notice tone="accent" title="View only.">
          Your role may see and revoke this key, not change it.
        </Notice>
      ) : null}
    </>
  );
}

interface NoticeProps {
  tone: "warn" | "accent";
  title: string;
  children: ReactNode;
}

function Notice({ tone, title, children }: NoticeProps) {
  return (
    <p
      className={cx(
        "mb-5 rounded-md px-3 py-2 text-ui",
        tone === "warn" ? "bg-warn-soft text-warn-ink" : "bg-accent-soft text-accent-ink",
      )}
    >
      <span className="font-medium">{title}</span> {children}
    </p>
  );
}
