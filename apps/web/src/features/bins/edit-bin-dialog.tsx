import type { Bin } from "@stowage/contract/bins";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useRef } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { useVersionedEdit } from "../../lib/use-versioned-edit.ts";
import { refreshBins } from "./bin-cache.ts";
import { BinForm } from "./bin-form.tsx";
import { type BinValues, binChangesOf, binValuesOf } from "./bin-values.ts";

interface EditBinDialogProps {
  /** The bin to edit; null closes the dialog. */
  bin: Bin | null;
  onClose: () => void;
}

export function EditBinDialog({ bin: asked, onClose }: EditBinDialogProps) {
  const bin = useLastValue(asked);
  const nameRef = useRef<HTMLInputElement>(null);
  if (!bin) return null;
  return (
    <Dialog
      isOpen={asked !== null}
      onClose={onClose}
      title={`Edit ${bin.name}`}
      initialFocus={nameRef}
      closesOnOutsidePress={false}
    >
      <EditedBin key={bin.id} listed={bin} nameRef={nameRef} onClose={onClose} />
    </Dialog>
  );
}

interface EditedBinProps {
  listed: Bin;
  nameRef: RefObject<HTMLInputElement | null>;
  onClose: () => void;
}

function EditedBin({ listed, nameRef, onClose }: EditedBinProps) {
  const queryClient = useQueryClient();
  const update = useMutation(trpc.bins.update.mutationOptions());

  async function write(base: Bin, values: BinValues, if_version?: number) {
    const changes = binChangesOf(base, values);
    if (Object.keys(changes).length > 0) {
      const after = await update.mutateAsync({ id: base.id, ...changes, if_version });
      showToast({
        title:
          after.location_id === base.location_id ? `${after.name} was saved.` : `${after.name} was moved.`,
      });
    }
    onClose();
    await refreshBins();
  }

  const { base, saveIfUnchanged, conflict } = useVersionedEdit({
    listed,
    read: () => queryClient.fetchQuery(trpc.bins.get.queryOptions({ id: listed.id }, { staleTime: 0 })),
    write,
  });

  return (
    <BinForm
      key={base.version}
      initial={binValuesOf(base)}
      submitLabel="Save"
      nameRef={nameRef}
      onCancel={onClose}
      onSubmit={saveIfUnchanged}
      conflict={conflict}
    />
  );
}
