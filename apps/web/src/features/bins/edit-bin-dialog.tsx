import type { Bin } from "@stowage/contract/bins";
import { EditDialog } from "../../components/things/edit-dialog.tsx";
import { mutate } from "../../lib/mutate.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { refreshBins } from "./bin-cache.ts";
import { BinForm } from "./bin-form.tsx";
import { binChangesOf, binValuesOf } from "./bin-values.ts";

interface EditBinDialogProps {
  /** The bin to edit; null closes the dialog. */
  bin: Bin | null;
  onClose: () => void;
}

export function EditBinDialog({ bin, onClose }: EditBinDialogProps) {
  return (
    <EditDialog
      thing={bin}
      onClose={onClose}
      valuesOf={binValuesOf}
      changesOf={binChangesOf}
      read={(id): Promise<Bin> =>
        queryClient.fetchQuery(trpc.bins.get.queryOptions({ id }, { staleTime: 0 }))
      }
      save={(id, changes) => mutate(trpc.bins.update.mutationOptions(), { id, ...changes })}
      refresh={refreshBins}
      renderForm={(form) => <BinForm {...form} />}
    />
  );
}
