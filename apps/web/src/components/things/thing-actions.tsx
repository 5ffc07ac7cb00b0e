import { Ellipsis, FolderInput, Pencil, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { ViewOnlyBadge } from "../ui/view-only-badge.tsx";

/** What can be done with a place, a bin or an item; each is left out where the role may not do it. */
export interface ThingDoings {
  onEdit?: () => void;
  onMove?: () => void;
  onDelete?: () => void;
}

interface ThingActionsProps extends ThingDoings {
  /** The menu's items for scripts. */
  children: ReactNode;
}

/** The actions in the head of a thing's page: move, edit, and a menu that ends with deleting. */
export function ThingActions({ onMove, onEdit, onDelete, children }: ThingActionsProps) {
  return (
    <>
      {onMove ? (
        <Button onClick={onMove} aria-keyshortcuts="m">
          <FolderInput aria-hidden />
          Move
        </Button>
      ) : null}
      {onEdit ? (
        <Button onClick={onEdit}>
          <Pencil aria-hidden />
          Edit
        </Button>
      ) : (
        <ViewOnlyBadge />
      )}
      <Menu trigger={<IconButton icon={Ellipsis} label="More actions" className="max-sm:grow-0!" />}>
        {children}
        {onDelete ? (
          <>
            <MenuSeparator />
            <MenuItem icon={Trash2} tone="danger" onSelect={onDelete}>
              Delete
            </MenuItem>
          </>
        ) : null}
      </Menu>
    </>
  );
}
