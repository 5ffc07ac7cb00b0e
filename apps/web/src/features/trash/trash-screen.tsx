import { restoreJob } from "../../components/things/thing-jobs.ts";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { UrlSearchInput } from "../../components/ui/url-search-input.tsx";
import { formatCount } from "../../lib/format.ts";
import { PAGE_ROWS } from "../../lib/page-rows.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { usePagedRows } from "../../lib/use-paged-rows.ts";
import { useOrganization } from "../api-keys/use-organization.ts";
import { restoreBin, sendBins } from "../bins/bin-actions.ts";
import { refreshBins } from "../bins/bin-cache.ts";
import { restoreItem, sendItems } from "../items/item-actions.ts";
import { refreshItems } from "../items/item-cache.ts";
import { TrashList } from "./trash-list.tsx";
import type { TrashSearch } from "./trash-search.ts";

interface TrashScreenProps {
  search: TrashSearch;
  onSearchChange: (search: TrashSearch) => void;
}

/** What was deleted and can still be put back. */
export function TrashScreen({ search, onSearchChange }: TrashScreenProps) {
  const trashDays = useOrganization()?.settings.trash_days;
  const shared = { q: search.q, trashDays };
  return (
    <>
      <PageHeader
        title="Trash"
        purpose={
          trashDays === undefined
            ? "What was deleted, until it goes for good."
            : `What was deleted can be put back for ${formatCount(trashDays, "day")}; then it goes for good.`
        }
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Segmented
          label="What was deleted"
          value={search.of ?? "items"}
          onValueChange={(of) => onSearchChange({ ...search, of: of === "bins" ? of : undefined })}
          options={[
            { value: "items", label: "Items" },
            { value: "bins", label: "Bins" },
          ]}
        />
        <UrlSearchInput
          className="w-72 max-sm:w-full"
          label="Search the trash"
          value={search.q}
          onValueChange={(q) => onSearchChange({ ...search, q })}
        />
      </div>
      {search.of === "bins" ? <TrashedBins {...shared} /> : <TrashedItems {...shared} />}
    </>
  );
}

interface TrashedProps {
  q: string | undefined;
  trashDays: number | undefined;
}

function TrashedItems({ q, trashDays }: TrashedProps) {
  const rows = usePagedRows((cursor) =>
    trpc.items.list.queryOptions({
      q,
      deleted: true,
      limit: PAGE_ROWS,
      include: ["location_path", "bin"],
      ...(cursor === undefined ? { include_total: true } : { cursor }),
    }),
  );
  return (
    <TrashList
      noun="item"
      rows={rows}
      q={q}
      trashDays={trashDays}
      mayRestore={useMay("items:write")}
      send={sendItems}
      restoreJobOf={(things) => restoreJob(things, "item")}
      restore={restoreItem}
      refresh={refreshItems}
    />
  );
}

function TrashedBins({ q, trashDays }: TrashedProps) {
  const rows = usePagedRows((cursor) =>
    trpc.bins.list.queryOptions({
      q,
      deleted: true,
      limit: PAGE_ROWS,
      include: ["location_path"],
      ...(cursor === undefined ? { include_total: true } : { cursor }),
    }),
  );
  return (
    <TrashList
      noun="bin"
      rows={rows}
      q={q}
      trashDays={trashDays}
      mayRestore={useMay("bins:write")}
      send={sendBins}
      restoreJobOf={(things) => restoreJob(things, "bin")}
      restore={restoreBin}
      refresh={refreshBins}
    />
  );
}
