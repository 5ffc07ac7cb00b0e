import type { Location } from "@stowage/contract/locations";
import { PlaceDialog } from "../../components/things/place-dialog.tsx";
import { mutate } from "../../lib/mutate.ts";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { refreshLocations } from "./location-cache.ts";

interface MoveLocationDialogProps {
  /** The place to move; null closes the dialog. */
  location: Location | null;
  onClose: () => void;
}

/** Puts a place into another, with all that is in it. */
export function MoveLocationDialog({ location: asked, onClose }: MoveLocationDialogProps) {
  const location = useLastValue(asked);
  if (!location) return null;

  async function move(before: Location, parent_id: string | null): Promise<void> {
    const after = await mutate(trpc.locations.update.mutationOptions(), { id: before.id, parent_id });
    onClose();
    if (after.parent_id === before.parent_id) showToast({ title: `${before.name} is there already.` });
    else
      showUndoToast({
        title: `${after.name} was moved, with all that is in it.`,
        undo: () => putWhereItWas(before, after.version),
      });
    await refreshLocations();
  }

  return (
    <PlaceDialog
      isOpen={asked !== null}
      onClose={onClose}
      title={`Move ${location.name}`}
      kinds={["location"]}
      except={location.id}
      from={location.parent_id}
      nowhere="Nothing: it is at the top"
      onPlaceChosen={(place) => move(location, place)}
    />
  );
}

/** Back to where it was, unless somebody has changed it since. */
function putWhereItWas({ id, parent_id }: Location, if_version: number): Promise<unknown> {
  return mutate(trpc.locations.update.mutationOptions(), { id, parent_id, if_version });
}
