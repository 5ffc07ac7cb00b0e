import type { ItemView } from "@stowage/contract/items";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Ellipsis, FolderInput, Pencil, Terminal, Trash2 } from "lucide-react";
import { PathLabel } from "../../components/places/path-label.tsx";
import { copyCurl } from "../../components/things/copy-curl.ts";
import { Button } from "../../components/ui/button.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../components/ui/menu.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { curlFor } from "../../lib/curl.ts";

/** The way back from an item's page to the list. */
export const backToItems = (
  <Link to="/items" className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink">
    <ArrowLeft aria-hidden className="size-3.5" />
    Items
  </Link>
);

interface ItemHeaderProps {
  item: ItemView;
  /** Each is left out where the role may not do it. */
  onEdit?: () => void;
  onMove?: () => void;
  onDelete?: () => void;
}

/** An item's name and place, and what can be done with it. */
export function ItemHeader({ item, onEdit, onMove, onDelete }: ItemHeaderProps) {
  return (
    <PageHeader
      title={item.name}
      back={backToItems}
      purpose={<PathLabel path={item.location_path} bin={item.bin} nowhere="Inbox" />}
      isActionWide
      action={
        <>
          {onMove ? (
            <Button onClick={onMove}>
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
          <Menu trigger={<IconButton icon={Ellipsis} label="More actions" />}>
            <MenuItem icon={Terminal} onSelect={() => void copyCurl(curlFor(`GET /items/${item.id}`))}>
              Copy as curl
            </MenuItem>
            <MenuItem
              icon={Terminal}
              onSelect={() =>
                void copyCurl(curlFor(`POST /items/${item.id}/adjust`, { delta: -1, reason: "used" }))
              }
            >
              Copy “take one” as curl
            </MenuItem>
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
      }
    />
  );
}
