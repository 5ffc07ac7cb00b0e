import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Package, Plus } from "lucide-react";
import { buttonStyles } from "../../components/ui/button.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { useIsLive } from "../../lib/live.ts";
import { useStoredState } from "../../lib/stored-state.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { ExpiringCard } from "./expiring-card.tsx";
import { GettingStartedCard } from "./getting-started-card.tsx";
import { HomeSearch } from "./home-search.tsx";
import { InventoryCounts } from "./inventory-counts.tsx";
import { LowStockCard } from "./low-stock-card.tsx";
import { OpenTasksCard } from "./open-tasks-card.tsx";
import { RecentActivityCard } from "./recent-activity-card.tsx";
import { UnreadCard } from "./unread-card.tsx";

/** Scripts change things too, so the numbers are looked at again by themselves. */
const REFETCH_EVERY_MS = 30_000;
/** While changes tell of themselves, only the day may pass. */
const REFETCH_LIVE_EVERY_MS = 5 * 60_000;

export function HomeScreen() {
  const isLive = useIsLive();
  const { data: summary } = useQuery(
    trpc.summary.get.queryOptions(undefined, {
      refetchInterval: isLive ? REFETCH_LIVE_EVERY_MS : REFETCH_EVERY_MS,
    }),
  );
  const mayAdd = useMay("items:write");
  const mayMakeKeys = useMay("api-keys:manage");
  const keys = useQuery(trpc.apiKeys.list.queryOptions({ limit: 1 }, { enabled: mayMakeKeys }));
  const [isGuideHidden, setIsGuideHidden] = useStoredState(
    "stowage.guide-hidden",
    (stored) => stored === true,
    false,
  );

  const navigate = useNavigate();
  const addItem = () => void navigate({ to: "/items", search: { new: true } });
  useRegisterActions(
    mayAdd
      ? [{ id: "create.item", label: "Add item", section: "Add", icon: Package, keys: "c", run: addItem }]
      : [],
  );

  const counts = {
    items: summary?.items,
    bins: summary?.bins,
    locations: summary?.locations,
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
      <InventoryCounts summary={summary} />
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <LowStockCard />
          <ExpiringCard />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <OpenTasksCard />
          <RecentActivityCard />
        </div>
      </div>
    </>
  );
}
