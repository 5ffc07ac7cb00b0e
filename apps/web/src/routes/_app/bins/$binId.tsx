import { createFileRoute } from "@tanstack/react-router";
import { BinPage } from "../../../features/bins/bin-page.tsx";

export const Route = createFileRoute("/_app/bins/$binId")({ component: BinRoute });

function BinRoute() {
  const { binId } = Route.useParams();
  return <BinPage key={binId} binId={binId} />;
}
