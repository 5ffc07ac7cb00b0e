import type { BinView } from "@stowage/contract/bins";
import { FolderInput, Tags, Trash2 } from "lucide-react";
import { useState } from "react";
import { PlaceDialog } from "../../components/things/place-dialog.tsx";
import { type SelectionAction, SelectionBar } from "../../components/things/selection-bar.tsx";
import { TagsDialog } from "../../components/things/tags-dialog.tsx";
import { deleteJob, tagsJob } from "../../components/things/thing-jobs.ts";
import { useBulk } from "../../components/things/use-bulk.ts";
import { formatCount } from "../../lib/format.ts";
import { useMay } from "../../lib/use-may.ts";
import type { Selecting } from "../../lib/use-row-selection.ts";
import { sendBins } from "./bin-actions.ts";
import { refreshBins } from "./bin-cache.ts";
import { type BinJob, type BinOperation, moveBinsJob } from "./bin-jobs.ts";

interface BinsBulkProps {
  selection: Selecting<BinView>;
  /** All rows that the list has, once the server has said. */
  total: number | undefined;
}

/** What can be done with the bins that are selected, all at once. */
export function BinsBulk({ selection, total }: BinsBulkProps) {
  const [asked, setAsked] = useState<"move" | "tags" | null>(null);
  const mayWrite = useMay("bins:write");
  const mayDelete = useMay("bins:delete");
  const bulk = useBulk<BinView, BinOperation>({
    send: sendBins,
    refresh: refreshBins,
    onDone: selection.keep,
  });
  const things = [...selection.selected.values()];
  const close = () => setAsked(null);
  function start(job: BinJob) {
    close();
    void bulk.run(job);
  }

  const subject = formatCount(things.length, "bin");
  const write: SelectionAction[] = [
    { label: "Move", icon: FolderInput, run: () => setAsked("move") },
    { label: "Tag", icon: Tags, run: () => setAsked("tags") },
  ];
  const remove: SelectionAction[] = [
    { label: "Delete", icon: Trash2, tone: "danger", run: () => start(deleteJob(things, "bin")) },
  ];
  return (
    <>
      <SelectionBar
        noun="bin"
        selection={selection}
        total={total}
        actions={[...(mayWrite ? write : []), ...(mayDelete ? remove : [])]}
        progress={bulk.progress}
        failures={bulk.failures}
        onDismissFailures={bulk.dismissFailures}
      />
      <PlaceDialog
        isOpen={asked === "move"}
        onClose={close}
        title={`Move ${subject}`}
        kinds={["location"]}
        nowhere="Nowhere in particular"
        onPlaceChosen={(place) => Promise.resolve(start(moveBinsJob(things, place)))}
      />
      <TagsDialog
        isOpen={asked === "tags"}
        onClose={close}
        subject={subject}
        present={[...new Set(things.flatMap(({ tags }) => tags))]}
        onChosen={(change) => start(tagsJob(things, change, "bin"))}
      />
    </>
  );
}
