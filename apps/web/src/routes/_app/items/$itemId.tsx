import { createFileRoute } from "@tanstack/react-router";
import { ItemPage } from "../../../features/items/item-page.tsx";

export const Route = createFileRoute("/_app/items/$itemId")({ component: ItemRoute });

function ItemRoute() {
  const { itemId } = Route.useParams();
  return <ItemPage key={itemId} itemId={itemId} />;
}
