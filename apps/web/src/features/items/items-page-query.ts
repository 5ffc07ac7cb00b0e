import type { ListItems } from "@stowage/contract/items";
import { PAGE_ROWS } from "../../lib/page-rows.ts";
import { trpc } from "../../lib/trpc.ts";
import type { ItemFilters } from "./items-search.ts";

interface ItemsPage {
  filters: ItemFilters;
  sort: ListItems["sort"];
  /** Left out for the first page, which says how many there are. */
  cursor?: string | undefined;
}

/** A page of a list of items. Apart from the table, so that the route asks for it while the table's code still comes. */
export const itemsPage = ({ filters, sort, cursor }: ItemsPage) =>
  trpc.items.list.queryOptions({
    ...filters,
    sort,
    limit: PAGE_ROWS,
    include: ["location_path", "bin"],
    ...(cursor === undefined ? { include_total: true } : { cursor }),
  });
