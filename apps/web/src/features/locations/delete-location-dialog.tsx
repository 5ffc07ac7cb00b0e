import type { Location } from "@stowage/contract/locations";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { PlacePicker } from "../../components/places/place-picker.tsx";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { problemOf, problemSentence } from "../../lib/problem.ts";
import { trpc } from "../../lib/trpc.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { refreshLocations } from "./location-cache.ts";

interface DeleteLocationDialogProps {
  /** The place to delete; null closes the dialog. */
  location: Location | null;
  onClose: () => void;
  onDeleted?: () => void;
}

/** Asks, deletes, and when the place is not empty offers to move what is in it. */
export function DeleteLocationDialog({ location: asked, onClose, onDeleted }: DeleteLocationDialogProps) {
  const location = useLastValue(asked);
  const [target, setTarget] = useState<string | null>(null);
  const remove = useMutation(
    trpc.locations.remove.mutationOptions({
      onError: (error) => setIsOccupied(isOccupied || problemOf(error)?.code === "conflict"),
      onSuccess: async ({ event_seq }) => {
        close();
        onDeleted?.();
        showUndoToast({ title: `${location?.name ?? "The location"} was deleted.`, undo: [event_seq] });
        await refreshLocations();
      },
    }),
  );
  const [isOccupied, setIsOccupied] = useState(false);
  const [isTargetMissing, setIsTargetMissing] = useState(false);

  function close() {
    remove.reset();
    setTarget(null);
    setIsOccupied(false);
    setIsTargetMissing(false);
    onClose();
  }

  function confirm(id: string) {
    if (isOccupied && !target) setIsTargetMissing(true);
    else remove.mutate({ id, ...(target && { move_to: target }) });
  }

  if (!location) return null;
  return (
    <ConfirmDialog
      isOpen={asked !== null}
      onClose={close}
      title={`Delete ${location.name}?`}
      confirmLabel={isOccupied ? "Move and delete" : "Delete"}
      isBusy={remove.isPending}
      // The first "not empty" is answered by the words below; any other refusal speaks for itself.
      error={remove.isError && (target || !isOccupied) ? problemSentence(remove.error) : undefined}
      onConfirm={() => confirm(location.id)}
    >
      {isOccupied ? (
        <>
          <p role="alert">
            It is not empty, and what it holds is never deleted with it. Choose where its places, bins and
            items go: they are moved there first.
          </p>
          <Field
            label="Move them to"
            className="mt-4"
            error={isTargetMissing && !target ? "Choose a location to move them to." : undefined}
          >
            <PlacePicker
              kinds={["location"]}
              except={location.id}
              value={target}
              onValueChange={setTarget}
              placeholder="Choose a location"
            />
          </Field>
        </>
      ) : (
        "If it is not empty, you are asked first where its contents go."
      )}
    </ConfirmDialog>
  );
}
