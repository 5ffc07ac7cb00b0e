import { LOCATION_DEPTH_MAX } from "@stowage/contract/limits";
import { Link } from "@tanstack/react-router";
import { Archive, ChevronRight, Ellipsis, FolderInput, Package, Pencil, Plus, Trash2 } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../components/ui/menu.tsx";
import { cx } from "../../lib/class-names.ts";
import { kindIcon, kindLabel } from "./location-kinds.ts";
import type { TreeRow } from "./location-tree.ts";

interface LocationTreeRowProps {
  row: TreeRow;
  index: number;
  /** "12 bins, 40 items", where it is known. */
  holds: string | undefined;
  /** The one row that the Tab key reaches, and whose buttons it goes on to. */
  isTabbable: boolean;
  /** Shown only because it leads to a match. */
  isDimmed: boolean;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onFocus: () => void;
  onToggle: () => void;
  /** Each of these is undefined where the role may not do it. */
  onCreateInside: (() => void) | undefined;
  onEdit: (() => void) | undefined;
  onMove: (() => void) | undefined;
  onDelete: (() => void) | undefined;
}

export function LocationTreeRow({ row, index, holds, isTabbable, isDimmed, ...on }: LocationTreeRowProps) {
  const { location, level, hasChildren, isExpanded } = row;
  const Icon = kindIcon(location.kind);
  const tabIndex = isTabbable ? 0 : -1;
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 1}
      // biome-ignore lint/a11y/noRedundantRoles: `display: flex` takes the native role away
      role="row"
      aria-level={level}
      aria-posinset={row.positionInSet}
      aria-setsize={row.setSize}
      aria-expanded={hasChildren ? isExpanded : undefined}
      tabIndex={tabIndex}
      data-row
      data-location={location.id}
      onKeyDown={on.onKeyDown}
      onFocus={on.onFocus}
      className="group/row flex h-10 border-line not-last:border-b items-stretch pr-2 pl-2 transition-colors hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 sm:pl-3 coarse:h-12"
    >
      <GridCell className="min-w-0 grow items-stretch">
        {Array.from({ length: level - 1 }, (_, depth) => (
          <span key={depth} aria-hidden className="relative w-5 shrink-0 sm:w-6">
            <span className="absolute inset-y-0 left-2.75 w-px bg-line-strong" />
          </span>
        ))}
        <button
          type="button"
          tabIndex={-1}
          disabled={!hasChildren}
          aria-label={isExpanded ? `Collapse ${location.name}` : `Expand ${location.name}`}
          onClick={on.onToggle}
          className={cx(
            "inline-flex w-6 shrink-0 items-center justify-center self-stretch text-muted hover:text-ink coarse:w-9",
            !hasChildren && "invisible",
          )}
        >
          <ChevronRight
            aria-hidden
            className={cx("size-4 transition-transform", isExpanded && "rotate-90")}
          />
        </button>
        <Link
          to="/locations/$locationId"
          params={{ locationId: location.id }}
          tabIndex={-1}
          className={cx(
            "flex min-w-0 grow items-center gap-2 py-1 text-ui hover:underline",
            isDimmed && "text-muted",
          )}
        >
          <Icon aria-hidden className="size-4 shrink-0 text-muted" />
          <span className={cx("truncate", isDimmed ? "" : "font-medium")}>{location.name}</span>
          <span className="shrink-0 text-xs text-faint max-sm:hidden">{kindLabel(location.kind)}</span>
          {location.description ? (
            <span className="truncate text-xs text-muted max-md:hidden">{location.description}</span>
          ) : null}
        </Link>
        {holds ? (
          <span className="ml-3 shrink-0 self-center text-xs text-muted tabular-nums max-md:hidden">
            {holds}
          </span>
        ) : null}
      </GridCell>
      <GridCell className="shrink-0 items-center">
        {on.onCreateInside ? (
          <IconButton
            icon={Plus}
            label={`Add a location in ${location.name}`}
            tabIndex={tabIndex}
            disabled={level >= LOCATION_DEPTH_MAX}
            onClick={on.onCreateInside}
            className="transition-opacity group-hover/row:opacity-100 group-focus-within/row:opacity-100 focus-visible:opacity-100 sm:not-coarse:opacity-0"
          />
        ) : null}
        <Menu
          trigger={<IconButton icon={Ellipsis} label={`More for ${location.name}`} tabIndex={tabIndex} />}
        >
          <MenuItem
            icon={Archive}
            link={<Link to="/bins" search={{ location_id: location.id, recursive: true }} />}
          >
            Show bins in it
          </MenuItem>
          <MenuItem
            icon={Package}
            link={<Link to="/items" search={{ location_id: location.id, recursive: true }} />}
          >
            Show items in it
          </MenuItem>
          {on.onEdit ? (
            <>
              <MenuSeparator />
              <MenuItem icon={Plus} onSelect={on.onCreateInside} isDisabled={level >= LOCATION_DEPTH_MAX}>
                Add location inside
              </MenuItem>
              <MenuItem icon={Pencil} keys="e" onSelect={on.onEdit}>
                Edit
              </MenuItem>
              <MenuItem icon={FolderInput} keys="m" onSelect={on.onMove}>
                Move
              </MenuItem>
            </>
          ) : null}
          {on.onDelete ? (
            <>
              <MenuSeparator />
              <MenuItem icon={Trash2} tone="danger" onSelect={on.onDelete}>
                Delete
              </MenuItem>
            </>
          ) : null}
        </Menu>
      </GridCell>
    </tr>
  );
}

function GridCell({ className, children }: { className: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the row and the buttons inside take the focus, as the pattern allows
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: in a treegrid a cell has this role
    <td role="gridcell" className={cx("flex", className)}>
      {children}
    </td>
  );
}
