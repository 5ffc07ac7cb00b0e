import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { Menu, MenuItem } from "./menu.tsx";

interface RowMenuProps {
  /** What the row is about: the button is "Actions for" it. */
  name: string;
  /** Each is left out where the reader may not do it; without any there is no button. */
  onEdit: (() => void) | undefined;
  onDelete: (() => void) | undefined;
}

/** The actions at the end of a table's row. */
export function RowMenu({ name, onEdit, onDelete }: RowMenuProps) {
  if (!onEdit && !onDelete) return null;
  return (
    <Menu
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
      {onEdit ? (
        <MenuItem icon={Pencil} keys="e" onSelect={onEdit}>
          Edit
        </MenuItem>
      ) : null}
      {onDelete ? (
        <MenuItem icon={Trash2} tone="danger" onSelect={onDelete}>
          Delete
        </MenuItem>
      ) : null}
    </Menu>
  );
}
