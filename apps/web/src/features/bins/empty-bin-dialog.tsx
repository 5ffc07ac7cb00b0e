import type { Bin } from "@stowage/contract/bins";
import type { Item } from "@stowage/contract/items";
import { runBulk } from "../../components/things/bulk-work.ts";
import { PlaceDialog } from "../../components/things/place-dialog.tsx";
import { formatCount } from "../../lib/format.ts";
import { NotDone } from "../../lib/problem.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { sendItems } from "../items/item-actions.ts";
import { refreshItems } from "../items/item-cache.ts";
import { moveJob } from "../items/item-jobs.ts";
import { deleteBin } from "./bin-actions.ts";

const PAGE = 200;

interface EmptyBinDialogProps {
  /** The bin that could not be deleted since something is in it; null closes the dialog. */
  bin: Bin | null;
  onClose: () => void;
  onDeleted?: (() => void) | undefined;
}

/** Says why a bin stays, and offers to move what is in it first. */
export function EmptyBinDialog({ bin: asked, onClose, onDeleted }: EmptyBinDialogProps) {
  const bin = useLastValue(asked);
  if (!bin) return null;

  async function moveAndDelete(full: Bin, place: string | null): Promise<void> {
    const before = await emptyBin(full.id, place);
    onClose();
    await deleteBin(full, { onDeleted, before });
    await refreshItems();
  }

  return (
    <PlaceDialog
      isOpen={asked !== null}
      onClose={onClose}
      title={`${bin.name} is not empty`}
      except={bin.id}
      from={bin.location_id}
      nowhere="Inbox: put away later"
      submitLabel="Move contents and delete"
      lead={
        <p className="text-ui text-muted">
          What a bin holds is never deleted with it. Choose where its items go: they are moved there first.
        </p>
      }
      onPlaceChosen={(place) => moveAndDelete(bin, place)}
    />
  );
}

/**
 * Moves everything out of a bin. @throws when something would not go: then the bin is still in use.
 * @returns the `seq`s of the moves
 */
async function emptyBin(id: string, place: string | null): Promise<number[]> {
  const seqs: number[] = [];
  for (;;) {
    const page: { data: Item[] } = await queryClient.fetchQuery(
      trpc.items.list.queryOptions({ bin_id: id, limit: PAGE, sort: "created_at" }, { staleTime: 0 }),
    );
    if (page.data.length === 0) return seqs;
    const { failed, event_seqs } = await runBulk(moveJob(page.data, place), sendItems);
    seqs.push(...event_seqs);
    const first = failed[0];
    if (first)
      throw new NotDone(`${formatCount(failed.length, "item")} stayed. ${first.thing.name}: ${first.reason}`);
  }
}
