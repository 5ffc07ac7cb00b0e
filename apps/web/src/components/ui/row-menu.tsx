import { Ellipsis } from "lucide-react";
import { lazyPart } from "./lazy-part.tsx";
import { ReachedFor } from "./reached-for.tsx";

const RowMenuPopup = lazyPart(async () => (await import("./row-menu-popup.tsx")).RowMenuPopup);

export interface RowMenuProps {
  /** What the row is about: the button is "Actions for" it. */
  name: string;
  /** Each is left out where the reader may not do it; without any there is no button. */
  onEdit: (() => void) | undefined;
  onMove?: (() => void) | undefined;
  onDelete: (() => void) | undefined;
}

/** The actions at the end of a table's row. What is behind the button is made when it is first reached for. */
export function RowMenu({ name, ...actions }: RowMenuProps) {
  if (!actions.onEdit && !actions.onMove && !actions.onDelete) return null;
  return (
    <ReachedFor
      popup="menu"
      preload={RowMenuPopup.preload}
      trigger={
        <button
          type="button"
          aria-label={`Actions for ${name}`}
          className="inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-pressed hover:text-ink aria-expanded:bg-pressed"
        >
          <Ellipsis aria-hidden className="size-4" />
        </button>
      }
    >
      {(trigger, fallback, isOpenAtFirst) => (
        <RowMenuPopup trigger={trigger} fallback={fallback} isOpenAtFirst={isOpenAtFirst} {...actions} />
      )}
    </ReachedFor>
  );
}
