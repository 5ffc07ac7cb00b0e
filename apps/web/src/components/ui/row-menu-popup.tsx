import { FolderInput, Pencil, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { Menu, MenuItem } from "./menu.tsx";
import type { RowMenuProps } from "./row-menu.tsx";

interface RowMenuPopupProps extends Omit<RowMenuProps, "name"> {
  trigger: ReactElement;
  isOpenAtFirst: boolean;
}

export function RowMenuPopup({ trigger, isOpenAtFirst, onEdit, onMove, onDelete }: RowMenuPopupProps) {
  return (
    <Menu isOpenAtFirst={isOpenAtFirst} trigger={trigger}>
      {onEdit ? (
        <MenuItem icon={Pencil} keys="e" onSelect={onEdit}>
          Edit
        </MenuItem>
      ) : null}
      {onMove ? (
        <MenuItem icon={FolderInput} keys="m" onSelect={onMove}>
          Move
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
