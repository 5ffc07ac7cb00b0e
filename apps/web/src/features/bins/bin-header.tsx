import type { BinView } from "@stowage/contract/bins";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Ellipsis, FolderInput, Pencil, Terminal, Trash2 } from "lucide-react";
import { PathLabel } from "../../components/places/path-label.tsx";
import { copyCurl } from "../../components/things/copy-curl.ts";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { CopyButton } from "../../components/ui/copy-button.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../components/ui/menu.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { curlFor } from "../../lib/curl.ts";

/** The way back from a bin's page to the list. */
export const backToBins = (
  <Link to="/bins" className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink">
    <ArrowLeft aria-hidden className="size-3.5" />
    Bins
  </Link>
);

interface BinHeaderProps {
  bin: BinView;
  /** Each is left out where the role may not do it. */
  onEdit?: () => void;
  onMove?: () => void;
  onDelete?: () => void;
}

/** A bin's name, code and place, and what can be done with it. */
export function BinHeader({ bin, onEdit, onMove, onDelete }: BinHeaderProps) {
  return (
    <PageHeader
      title={bin.name}
      back={backToBins}
      purpose={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="inline-flex items-center">
            <code className="font-mono text-ink">{bin.code}</code>
            <CopyButton
              text={bin.code}
              label="Copy the code"
              isIconOnly
              variant="quiet"
              size="sm"
              className="px-1.5"
            />
          </span>
          <PathLabel path={bin.location_path} nowhere="Nowhere in particular" />
          {bin.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
      }
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
            <MenuItem icon={Terminal} onSelect={() => void copyCurl(curlFor(`GET /bins/${bin.code}/items`))}>
              Copy “what is in it” as curl
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
