import type { Bin } from "@stowage/contract/bins";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { trpc } from "../../lib/trpc.ts";
import { refreshBins } from "./bin-cache.ts";
import { BinForm } from "./bin-form.tsx";
import { binInputOf, newBinValues } from "./bin-values.ts";

interface CreateBinDialogProps {
  isOpen: boolean;
  /** Where the bin stands unless another place is chosen. */
  locationId: string | null;
  onClose: () => void;
  onCreated: (bin: Bin) => void;
}

export function CreateBinDialog({ isOpen, locationId, onClose, onCreated }: CreateBinDialogProps) {
  const nameRef = useRef<HTMLInputElement>(null);
  const create = useMutation(trpc.bins.create.mutationOptions());
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Add bin"
      initialFocus={nameRef}
      closesOnOutsidePress={false}
    >
      <BinForm
        initial={newBinValues(locationId)}
        submitLabel="Add bin"
        nameRef={nameRef}
        onCancel={onClose}
        onSubmit={async (values) => {
          const bin = await create.mutateAsync(binInputOf(values));
          onCreated(bin);
          await refreshBins();
        }}
      />
    </Dialog>
  );
}
