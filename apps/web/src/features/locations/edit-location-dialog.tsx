import type { Location } from "@stowage/contract/locations";
import { useMutation } from "@tanstack/react-query";
import { Dialog } from "../../components/ui/dialog.tsx";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { LocationForm, type LocationValues } from "./location-form.tsx";

interface EditLocationDialogProps {
  /** The place to edit; null closes the dialog. */
  id: string | null;
  locations: readonly Location[];
  onClose: () => void;
}

export function EditLocationDialog({ id, locations, onClose }: EditLocationDialogProps) {
  const location = useLastValue(locations.find((candidate) => candidate.id === id) ?? null);
  const update = useMutation(
    trpc.locations.update.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.locations.pathKey() }),
    }),
  );

  async function save(before: Location, values: LocationValues) {
    const after = await update.mutateAsync({ id: before.id, ...values, if_version: before.version });
    onClose();
    if (after.version === before.version) return;
    showToast({
      title: after.parent_id === before.parent_id ? `${after.name} was changed.` : `${after.name} was moved.`,
      action: {
        label: "Undo",
        run: () =>
          update.mutate(
            { id: before.id, ...valuesOf(before), if_version: after.version },
            { onError: (error) => showProblem(`${after.name} stays as it is.`, error) },
          ),
      },
    });
  }

  if (!location) return null;
  return (
    <Dialog
      isOpen={id !== null}
      onClose={onClose}
      title={`Edit ${location.name}`}
      closesOnOutsidePress={false}
    >
      <LocationForm
        key={location.id}
        initial={valuesOf(location)}
        locations={locations}
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
