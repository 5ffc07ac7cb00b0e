import type { ItemView } from "@stowage/contract/items";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Terminal, Zap } from "lucide-react";
import { PathLabel } from "../../components/places/path-label.tsx";
import { copyCurl } from "../../components/things/copy-curl.ts";
import { ThingActions, type ThingDoings } from "../../components/things/thing-actions.tsx";
import { MenuItem } from "../../components/ui/menu.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { curlFor } from "../../lib/curl.ts";
import { useMay } from "../../lib/use-may.ts";

/** The way back from an item's page to the list. */
export const backToItems = (
  <Link to="/items" className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink">
    <ArrowLeft aria-hidden className="size-3.5" />
    Items
  </Link>
);

interface ItemHeaderProps extends ThingDoings {
  item: ItemView;
}

/** An item's name and place, and what can be done with it. */
export function ItemHeader({ item, ...doings }: ItemHeaderProps) {
  const mayTrigger = useMay("triggers:write");
  return (
    <PageHeader
      title={item.name}
      back={backToItems}
      purpose={<PathLabel path={item.location_path} bin={item.bin} nowhere="Inbox" />}
      isActionWide
      action={
        <ThingActions {...doings}>
          {mayTrigger ? (
            <MenuItem
              icon={Zap}
              link={<Link to="/triggers/new" search={{ from: "restock", item: item.id }} />}
            >
              When this runs low…
            </MenuItem>
          ) : null}
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
        </ThingActions>
      }
    />
  );
}
