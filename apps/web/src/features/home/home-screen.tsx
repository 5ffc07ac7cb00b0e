import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Package, Plus } from "lucide-react";
import { Suspense } from "react";
import { buttonStyles } from "../../components/ui/button.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { lazyLater } from "../../lib/first-screen.ts";
import { useIsLive } from "../../lib/live.ts";
import { useStoredState } from "../../lib/stored-state.ts";
import { summaryOptions, trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { HomeSearch } from "./home-search.tsx";
import { InventoryCounts } from "./inventory-counts.tsx";

const HomeCards = lazyLater(async () => (await import("./home-cards.tsx")).HomeCards);
const UnreadCard = lazyLater(async () => (await import("./unread-card.tsx")).UnreadCard);
const GettingStartedCard = lazyLater(
  async () => (await import("./getting-started-card.tsx")).GettingStartedCard,
);

/** Scripts change things too, so the numbers are looked at again by themselves. */
const REFETCH_EVERY_MS = 30_000;
/** While changes tell of themselves, only the day may pass. */
const REFETCH_LIVE_EVERY_MS = 5 * 60_000;

export function HomeScreen() {
  const isLive = useIsLive();
  const { data: summary } = useQuery({
    ...summaryOptions,
    refetchInterval: isLive ? REFETCH_LIVE_EVERY_MS : REFETCH_EVERY_MS,
  });
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
      <Suspense>
        <UnreadCard />
      </Suspense>
      {mayAdd && isAllKnown && isSomethingMissing && !isGuideHidden ? (
        <Suspense>
          <GettingStartedCard counts={counts} onHide={() => setIsGuideHidden(true)} />
        </Suspense>
      ) : null}
      <InventoryCounts summary={summary} />
      <Suspense>
        <HomeCards />
      </Suspense>
    </>
  );
}
