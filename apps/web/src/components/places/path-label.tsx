import type { BinSummary, LocationPath } from "@stowage/contract/places";
import { Inbox } from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { RowLink } from "../ui/row-link.tsx";

interface PathLabelProps {
  path: LocationPath | undefined;
  bin?: BinSummary | null | undefined;
  /** What it says for a thing that is nowhere. */
  nowhere: string;
  /** For a row: on a phone its whole line leads to the thing, and a second link in it would be too small to hit. */
  isPlainOnPhone?: boolean;
  className?: string;
}

/** Where a thing is, spelled out: the bin or the place itself first, since that is what one looks for. */
export function PathLabel({ path, bin, nowhere, isPlainOnPhone = false, className }: PathLabelProps) {
  if (path === undefined) return <span className="text-faint">…</span>;
  const names = path.map(({ name }) => name);
  const own = bin ? bin.name : names.at(-1);
  if (own === undefined) {
    return (
      <span className={cx("flex items-center gap-1.5 text-faint", className)}>
        <Inbox aria-hidden className="size-3.5" />
        {nowhere}
      </span>
    );
  }
  const above = (bin ? names : names.slice(0, -1)).join(" / ");
  return (
    <span
      className={cx("flex min-w-0 text-muted", className)}
      title={[...names, ...(bin ? [bin.name] : [])].join(" / ")}
    >
      {bin ? (
        <RowLink
          to="/bins/$binId"
          params={{ binId: bin.id }}
          className={cx(
            "max-w-full shrink-0 truncate rounded-sm text-ink hover:underline",
            isPlainOnPhone && "max-sm:hidden",
          )}
        >
          {own}
        </RowLink>
      ) : null}
      {bin && !isPlainOnPhone ? null : (
        <span className={cx("max-w-full shrink-0 truncate text-ink", bin && "sm:hidden")}>{own}</span>
      )}
      {above === "" ? null : <span className="truncate whitespace-pre">{` · ${above}`}</span>}
    </span>
  );
}
