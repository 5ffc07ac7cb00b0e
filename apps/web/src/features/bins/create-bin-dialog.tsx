import type { Bin } from "@stowage/contract/bins";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { refreshBins } from "./bin-cache.ts";
import { BinForm } from "./bin-form.tsx";
import { type BinValues, binInputOf, newBinValues } from "./bin-values.ts";

interface CreateBinDialogProps {
  isOpen: boolean;
  /** Where the bin stands unless another place is chosen. */
  locationId: string | null;
  onClose: () => void;
  /** Told of the last bin that was made. */
  onCreated: (bin: Bin) => void;
}

/** One bin after the other, if one likes: the next form begins at the same place. */
export function CreateBinDialog({ isOpen, locationId, onClose, onCreated }: CreateBinDialogProps) {
  const nameRef = useRef<HTMLInputElement>(null);
  const isAnotherWanted = useRef(false);
  const [round, setRound] = useState<{ number: number; place: string | null } | null>(null);
  const create = useMutation(trpc.bins.create.mutationOptions());

  async function add(values: BinValues): Promise<void> {
    const bin = await create.mutateAsync(binInputOf(values));
    if (isAnotherWanted.current) {
      showToast({ title: `${bin.name} was added, with the code ${bin.code}.` });
      setRound((before) => ({ number: (before?.number ?? 0) + 1, place: values.location_id }));
      requestAnimationFrame(() => nameRef.current?.focus());
    } else {
      setRound(null);
      onCreated(bin);
    }
    await refreshBins();
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      onClosed={() => setRound(null)}
      title="Add bin"
      initialFocus={nameRef}
      closesOnOutsidePress={false}
    >
      <BinForm
        key={round?.number ?? 0}
        initial={newBinValues(round ? round.place : locationId)}
        submitLabel="Add bin"
        nameRef={nameRef}
        onCancel={onClose}
        onSubmit={add}
        other={{
          label: "Add and another",
          onPress: (isOther) => {
            isAnotherWanted.current = isOther;
          },
        }}
      />
    </Dialog>
  );
}
