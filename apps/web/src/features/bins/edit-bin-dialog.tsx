import type { Bin } from "@stowage/contract/bins";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { problemOf } from "../../lib/problem.ts";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
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

/** The version that the form started from stays what it is compared with, whatever lists are told meanwhile. */
function EditedBin({ listed, nameRef, onClose }: EditedBinProps) {
  const [base, setBase] = useState(listed);
  const [hasConflict, setHasConflict] = useState(false);
  const theirs = useQuery(trpc.bins.get.queryOptions({ id: listed.id }, { enabled: false }));
  const update = useMutation(trpc.bins.update.mutationOptions());

  async function save(values: BinValues, if_version?: number) {
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

  async function saveIfUnchanged(values: BinValues) {
    setHasConflict(false);
    try {
      await save(values, base.version);
    } catch (error) {
      if (problemOf(error)?.code !== "version_mismatch") throw error;
      setHasConflict(true);
    }
  }

  async function reload() {
    const { data, error } = await theirs.refetch();
    if (error || !data) {
      showProblem("Their version did not load.", error);
      return;
    }
    setBase(data);
    setHasConflict(false);
  }

  return (
    <BinForm
      key={base.version}
      initial={binValuesOf(base)}
      submitLabel="Save"
      nameRef={nameRef}
      onCancel={onClose}
      onSubmit={saveIfUnchanged}
      conflict={
        hasConflict
          ? {
              onReload: () => void reload(),
              onOverwrite: (values) =>
                void save(values).catch((error: unknown) =>
                  showProblem(`${base.name} was not saved.`, error),
                ),
            }
          : null
      }
    />
  );
}
