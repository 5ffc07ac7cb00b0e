import type { Location } from "@stowage/contract/locations";
import { useMutation } from "@tanstack/react-query";
import { Dialog } from "../../components/ui/dialog.tsx";
import { trpc } from "../../lib/trpc.ts";
import { refreshLocations } from "./location-cache.ts";
import { LocationForm } from "./location-form.tsx";
import { likelyChildKind } from "./location-kinds.ts";

interface CreateLocationDialogProps {
  isOpen: boolean;
  /** Where it goes unless another place is chosen. */
  parent: Location | null;
  onClose: () => void;
  onCreated: (location: Location) => void;
}

export function CreateLocationDialog({ isOpen, parent, onClose, onCreated }: CreateLocationDialogProps) {
  const create = useMutation(trpc.locations.create.mutationOptions());
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={parent ? `Add location in ${parent.name}` : "Add location"}
      closesOnOutsidePress={false}
    >
      <LocationForm
        // A parent from the URL may be known only once the locations are read.
        key={parent?.id ?? "top"}
        initial={{
          name: "",
          kind: likelyChildKind(parent?.kind ?? null),
          parent_id: parent?.id ?? null,
          description: "",
        }}
        submitLabel="Add location"
        onCancel={onClose}
        onSubmit={async (values) => {
          const location = await create.mutateAsync(values);
          await refreshLocations();
          onCreated(location);
          onClose();
        }}
      />
    </Dialog>
  );
}
