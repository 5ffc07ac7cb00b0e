import type { BinView } from "@stowage/contract/bins";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Terminal } from "lucide-react";
import { PathLabel } from "../../components/places/path-label.tsx";
import { copyCurl } from "../../components/things/copy-curl.ts";
import { ThingActions, type ThingDoings } from "../../components/things/thing-actions.tsx";
import { Badge } from "../../components/ui/badge.tsx";
import { CopyButton } from "../../components/ui/copy-button.tsx";
import { MenuItem } from "../../components/ui/menu.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { curlFor } from "../../lib/curl.ts";

/** The way back from a bin's page to the list. */
export const backToBins = (
  <Link to="/bins" className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink">
    <ArrowLeft aria-hidden className="size-3.5" />
    Bins
  </Link>
);

interface BinHeaderProps extends ThingDoings {
  bin: BinView;
}

/** A bin's name, code and place, and what can be done with it. */
export function BinHeader({ bin, ...doings }: BinHeaderProps) {
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
        <ThingActions {...doings}>
          <MenuItem icon={Terminal} onSelect={() => void copyCurl(curlFor(`GET /bins/${bin.code}/items`))}>
            Copy “what is in it” as curl
          </MenuItem>
        </ThingActions>
      }
    />
  );
}
