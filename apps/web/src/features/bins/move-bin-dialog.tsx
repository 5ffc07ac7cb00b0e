import type { Bin } from "@stowage/contract/bins";
import { PlaceDialog } from "../../components/things/place-dialog.tsx";
import { mutate } from "../../lib/mutate.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { refreshBins } from "./bin-cache.ts";

interface MoveBinDialogProps {
  /** The bin to move; null closes the dialog. */
  bin: Bin | null;
  onClose: () => void;
}

/** Puts a bin elsewhere, with all that is in it. */
export function MoveBinDialog({ bin: asked, onClose }: MoveBinDialogProps) {
  const bin = useLastValue(asked);
  if (!bin) return null;

  async function move(before: Bin, location_id: string | null): Promise<void> {
    const after = await mutate(trpc.bins.update.mutationOptions(), { id: before.id, location_id });
    onClose();
    if (after.location_id === before.location_id) showToast({ title: `${before.name} is there already.` });
    else
      showUndoToast({
        title: `${after.name} was moved, with all that is in it.`,
        undo: () => putWhereItWas(before, after.version),
      });
    await refreshBins();
  }

  return (
    <PlaceDialog
      isOpen={asked !== null}
      onClose={onClose}
      title={`Move ${bin.name}`}
      kinds={["location"]}
      from={bin.location_id}
      nowhere="Nowhere in particular"
      onPlaceChosen={(place) => move(bin, place)}
    />
  );
}

/** Back to where it was, unless somebody has changed it since. */
function putWhereItWas({ id, location_id }: Bin, if_version: number): Promise<unknown> {
  return mutate(trpc.bins.update.mutationOptions(), { id, location_id, if_version });
}
