import { SCOPES, type Scope } from "@stowage/contract/scopes";
import { cx } from "../../lib/class-names.ts";

/** Each scope in words, with its technical name for people who script. */
export function KeyScopes({ scopes }: { scopes: readonly Scope[] }) {
  return (
    <section
      aria-labelledby="key-scopes"
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised"
    >
      <h2 id="key-scopes" className="border-b border-line px-4 py-2.5 text-ui font-semibold text-ink">
        What it may do
      </h2>
      <ul className="divide-y divide-line">
        {scopes.map((scope) => (
          <li
            key={scope}
            className={cx(
              "flex items-baseline justify-between gap-x-4 px-4 py-2 text-ui max-sm:flex-col",
              scope === "admin:*" && "bg-danger-soft",
            )}
          >
            <span>
              <span className="font-medium text-ink">{SCOPES[scope].label}</span>{" "}
              <span className="text-muted">{SCOPES[scope].description}</span>
            </span>
            <code className="shrink-0 font-mono text-xs text-muted">{scope}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
