import type { ItemView } from "@stowage/contract/items";
import { ArrowDownUp, FolderInput, Tags, Trash2, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { PlaceDialog } from "../../components/things/place-dialog.tsx";
import { type SelectionAction, SelectionBar } from "../../components/things/selection-bar.tsx";
import { TagsDialog } from "../../components/things/tags-dialog.tsx";
import { deleteJob, tagsJob } from "../../components/things/thing-jobs.ts";
import { useBulk } from "../../components/things/use-bulk.ts";
import { formatCount } from "../../lib/format.ts";
import { useMay } from "../../lib/use-may.ts";
import type { Selecting } from "../../lib/use-row-selection.ts";
import { BulkNumberDialog } from "./bulk-number-dialog.tsx";
import { sendItems } from "./item-actions.ts";
import { cachedItem, refreshItems } from "./item-cache.ts";
import { adjustJob, type ItemJob, type ItemOperation, minimumJob, moveJob } from "./item-jobs.ts";

interface ItemsBulkProps {
  selection: Selecting<ItemView>;
  /** All rows that the list has, once the server has said. */
  total: number | undefined;
}

type Asked = "move" | "tags" | "minimum" | "adjust";

/** What can be done with the items that are selected, all at once. */
export function ItemsBulk({ selection, total }: ItemsBulkProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const mayWrite = useMay("items:write");
  const mayDelete = useMay("items:delete");
  const bulk = useBulk<ItemView, ItemOperation>({
    send: sendItems,
    refresh: refreshItems,
    onDone: selection.keep,
  });
  // As they are now: some may have been counted since they were selected.
  const things = () => [...selection.selected.values()].map((item) => cachedItem(item.id) ?? item);
  const close = () => setAsked(null);
  function start(job: ItemJob) {
    close();
    void bulk.run(job);
  }

  const count = selection.selected.size;
  const subject = formatCount(count, "item");
  const ask = (label: string, icon: SelectionAction["icon"], what: Asked): SelectionAction => ({
    label,
    icon,
    run: () => setAsked(what),
  });
  const actions: SelectionAction[] = [
    ...(mayWrite
      ? [
          ask("Move", FolderInput, "move"),
          ask("Tag", Tags, "tags"),
          ask("Adjust", ArrowDownUp, "adjust"),
          ask("Set minimum", TriangleAlert, "minimum"),
        ]
      : []),
    ...(mayDelete
      ? [
          {
            label: "Delete",
            icon: Trash2,
            tone: "danger" as const,
            run: () => start(deleteJob(things(), "item")),
          },
        ]
      : []),
  ];
  return (
    <>
      <SelectionBar
        noun="item"
        selection={selection}
        total={total}
        actions={actions}
        progress={bulk.progress}
        failures={bulk.failures}
        onDismissFailures={bulk.dismissFailures}
      />
      <PlaceDialog
        isOpen={asked === "move"}
        onClose={close}
        title={`Move ${subject}`}
        nowhere="Inbox: put away later"
        onPlaceChosen={(place) => Promise.resolve(start(moveJob(things(), place)))}
      />
      <TagsDialog
        isOpen={asked === "tags"}
        onClose={close}
        subject={subject}
        present={[...new Set([...selection.selected.values()].flatMap(({ tags }) => tags))]}
        onChosen={(change) => start(tagsJob(things(), change, "item"))}
      />
      <BulkNumberDialog
        kind={asked === "minimum" ? "minimum" : "adjust"}
        isOpen={asked === "minimum" || asked === "adjust"}
        onClose={close}
        subject={subject}
        onChosen={(value, reason) =>
          start(asked === "minimum" ? minimumJob(things(), value) : adjustJob(things(), value ?? 0, reason))
        }
      />
    </>
  );
}
