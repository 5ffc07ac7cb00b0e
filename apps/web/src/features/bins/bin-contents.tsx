import type { ListItems } from "@stowage/contract/items";
import { useMemo, useState } from "react";
import { useMay } from "../../lib/use-may.ts";
import { useItemColumns } from "../items/item-columns.ts";
import { ItemsList } from "../items/items-list.tsx";
import { QuickAddLine } from "./quick-add-line.tsx";

/** What is in a bin, newest first so that a quick line shows at the top, and the line itself. */
export function BinContents({ binId }: { binId: string }) {
  const [sort, setSort] = useState<ListItems["sort"]>("-created_at");
  const [chosen] = useItemColumns();
  // All of them are in the same place.
  const columns = useMemo(() => chosen.filter((column) => column !== "place"), [chosen]);
  const mayAdd = useMay("items:write");
  return (
    <section aria-labelledby="contents">
      <h2 id="contents" className="mb-2 text-sm font-semibold text-ink">
        Contents
      </h2>
      {mayAdd ? <QuickAddLine binId={binId} /> : null}
      <ItemsList
        filters={{ bin_id: binId }}
        sort={sort}
        onSortChange={setSort}
        columns={columns}
        empty={
          <p className="rounded-lg border border-dashed border-line-strong px-4 py-10 text-center text-ui text-muted">
            Nothing is in this bin.{mayAdd ? " Name the first thing in the line above." : null}
          </p>
        }
      />
    </section>
  );
}
