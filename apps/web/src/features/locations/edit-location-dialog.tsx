import type { Location } from "@stowage/contract/locations";
import { useMutation } from "@tanstack/react-query";
import { Dialog } from "../../components/ui/dialog.tsx";
import { trpc } from "../../lib/trpc.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { refreshLocations } from "./location-cache.ts";
import { LocationForm, type LocationValues } from "./location-form.tsx";

interface EditLocationDialogProps {
  /** The place to edit; null closes the dialog. */
  location: Location | null;
  onClose: () => void;
}

export function EditLocationDialog({ location: asked, onClose }: EditLocationDialogProps) {
  const location = useLastValue(asked);
  const update = useMutation(
    trpc.locations.update.mutationOptions({
      onSuccess: refreshLocations,
    }),
  );

  async function save(before: Location, values: LocationValues) {
    const after = await update.mutateAsync({ id: before.id, ...values, if_version: before.version });
    onClose();
    if (after.version === before.version) return;
    showUndoToast({
      title: after.parent_id === before.parent_id ? `${after.name} was changed.` : `${after.name} was moved.`,
      undo: () => update.mutateAsync({ id: before.id, ...valuesOf(before), if_version: after.version }),
    });
  }

  if (!location) return null;
  return (
    <Dialog
      isOpen={asked !== null}
      onClose={onClose}
      title={`Edit ${location.name}`}
      closesOnOutsidePress={false}
    >
      <LocationForm
        key={location.id}
        initial={valuesOf(location)}
        editedId={location.id}
        submitLabel="Save"
        onCancel={onClose}
        onSubmit={(values) => save(location, values)}
      />
    </Dialog>
  );
}

function valuesOf({ name, kind, parent_id, description }: Location): LocationValues {
  return { name, kind, parent_id, description };
}
