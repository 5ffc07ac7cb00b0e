import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Info } from "lucide-react";
import { PathLabel } from "../../components/places/path-label.tsx";
import { cx } from "../../lib/class-names.ts";
import { formatQuantity } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useSettled } from "../../lib/use-settled.ts";

const SETTLE_MS = 300;
const LETTERS_MIN = 3;
const LOOKED_AT = 10;

interface AlreadyThereProps {
  by: "name" | "barcode";
  text: string;
}

/** A hint while one adds something: there is one of that name, or with that barcode, already. It keeps nobody back. */
export function AlreadyThere({ by, text }: AlreadyThereProps) {
  const words = useSettled(text.trim(), SETTLE_MS);
  const { data } = useQuery(
    trpc.items.list.queryOptions(
      {
        limit: LOOKED_AT,
        include: ["location_path", "bin"],
        ...(by === "name" ? { q: words } : { barcode: words }),
      },
      { enabled: words.length >= LETTERS_MIN },
    ),
  );
  const same = data?.data.find(
    ({ name }) => by === "barcode" || name.toLocaleLowerCase() === words.toLocaleLowerCase(),
  );
  if (!same || words.length < LETTERS_MIN || words !== text.trim()) return null;
  return (
    <p role="status" className="flex min-w-0 items-center gap-1.5 text-xs text-muted">
      <Info aria-hidden className="size-3.5 shrink-0" />
      <span className="flex min-w-0 gap-1">
        <Link
          to="/items/$itemId"
          params={{ itemId: same.id }}
          className={cx(
            "truncate rounded-sm font-medium text-ink underline underline-offset-2",
            by === "name" && "shrink-0",
          )}
        >
          {by === "name" ? "One of that name" : same.name}
        </Link>
        <span className="shrink-0">is there: {formatQuantity(same.quantity, same.unit)} in</span>
        <PathLabel path={same.location_path} bin={same.bin} nowhere="the inbox" className="truncate" />
      </span>
    </p>
  );
}
