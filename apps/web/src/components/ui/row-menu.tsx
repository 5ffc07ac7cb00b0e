import { Ellipsis, FolderInput, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Menu, MenuItem } from "./menu.tsx";

interface RowMenuProps {
  /** What the row is about: the button is "Actions for" it. */
  name: string;
  /** Each is left out where the reader may not do it; without any there is no button. */
  onEdit: (() => void) | undefined;
  onMove?: (() => void) | undefined;
  onDelete: (() => void) | undefined;
}

/** The actions at the end of a table's row. What is behind the button is made when it is first reached for. */
export function RowMenu({ name, onEdit, onMove, onDelete }: RowMenuProps) {
  const [asked, setAsked] = useState<"by key" | "by press" | null>(null);
  if (!onEdit && !onMove && !onDelete) return null;
  const button = {
    type: "button",
    "aria-label": `Actions for ${name}`,
    className:
      "inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-pressed hover:text-ink aria-expanded:bg-pressed",
    children: <Ellipsis aria-hidden className="size-4" />,
  } as const;
  if (!asked) {
    return (
      <button
        {...button}
        aria-haspopup="menu"
        aria-expanded={false}
        onFocus={(event) => {
          if (event.currentTarget.matches(":focus-visible")) setAsked("by key");
        }}
        onClick={() => setAsked("by press")}
      />
    );
  }
  return (
    <Menu
      isOpenAtFirst={asked === "by press"}
      trigger={<button {...button} {...(asked === "by key" && { ref: keepFocus })} />}
    >
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

/** The focus that the plain button had. Only when the menu is made: React calls it once. */
function keepFocus(button: HTMLElement | null): void {
  button?.focus();
}
