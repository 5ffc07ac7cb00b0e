import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { buttonStyles } from "../../components/ui/button.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { useStoredState } from "../../lib/stored-state.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { GettingStartedCard } from "./getting-started-card.tsx";
import { HomeSearch } from "./home-search.tsx";
import { InventoryCounts } from "./inventory-counts.tsx";
import { LowStockCard } from "./low-stock-card.tsx";
import { RecentActivityCard } from "./recent-activity-card.tsx";
import { UnreadCard } from "./unread-card.tsx";

const COUNT_ONLY = { limit: 1, include_total: true } as const;

export function HomeScreen() {
  const items = useQuery(trpc.items.list.queryOptions(COUNT_ONLY));
  const bins = useQuery(trpc.bins.list.queryOptions(COUNT_ONLY));
  const locations = useQuery(trpc.locations.list.queryOptions(COUNT_ONLY));
  const mayAdd = useMay("items:write");
  const mayMakeKeys = useMay("api-keys:manage");
  const keys = useQuery(trpc.apiKeys.list.queryOptions({ limit: 1 }, { enabled: mayMakeKeys }));
  const [isGuideHidden, setIsGuideHidden] = useStoredState(
    "stowage.guide-hidden",
    (stored) => stored === true,
    false,
  );

  const counts = {
    items: items.data?.total,
    bins: bins.data?.total,
    locations: locations.data?.total,
    apiKeys: keys.data?.total,
  };
  const isAllKnown = Object.values(counts).every((count) => count !== undefined);
  const isSomethingMissing = Object.values(counts).some((count) => count === 0);

  return (
    <>
      <PageHeader
        title="Home"
        purpose="What needs you, and what just happened."
        action={
          mayAdd ? (
            <Link to="/items" search={{ new: true }} className={buttonStyles({ variant: "primary" })}>
              <Plus aria-hidden />
              Add item
            </Link>
          ) : (
            <ViewOnlyBadge />
          )
        }
      />
      <HomeSearch />
      <UnreadCard />
      {mayAdd && isAllKnown && isSomethingMissing && !isGuideHidden ? (
        <GettingStartedCard counts={counts} onHide={() => setIsGuideHidden(true)} />
      ) : null}
      <InventoryCounts counts={counts} />
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <LowStockCard />
        <RecentActivityCard />
      </div>
    </>
  );
}
