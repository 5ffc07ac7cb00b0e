import type { ScanAction } from "@stowage/contract/scan";
import { createFileRoute } from "@tanstack/react-router";
import { ScanScreen } from "../../features/scan/scan-screen.tsx";
import { placeOf } from "../../features/scan/scan-store.ts";
import { choiceParam } from "../../lib/search-params.ts";
import { useWhere } from "../../lib/where.ts";

const MODES = ["lookup", "add", "remove", "count", "move", "create"] as const satisfies ScanAction[];

export const Route = createFileRoute("/_app/scan")({
  validateSearch: (search): { mode?: ScanAction } => {
    const mode = choiceParam(search.mode, MODES);
    return mode ? { mode } : {};
  },
  component: ScanRoute,
});

function ScanRoute() {
  const navigate = Route.useNavigate();
  const { mode = "lookup" } = Route.useSearch();
  const place = placeOf(useWhere());
  return (
    <ScanScreen
      key={place}
      place={place}
      mode={mode}
      onModeChange={(next) =>
        void navigate({ search: next === "lookup" ? {} : { mode: next }, replace: true, resetScroll: false })
      }
    />
  );
}
