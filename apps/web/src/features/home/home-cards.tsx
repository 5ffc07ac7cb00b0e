import { ExpiringCard } from "./expiring-card.tsx";
import { LowStockCard } from "./low-stock-card.tsx";
import { OpenTasksCard } from "./open-tasks-card.tsx";
import { RecentActivityCard } from "./recent-activity-card.tsx";

/** What needs somebody, beside what just happened. */
export function HomeCards() {
  return (
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
  );
}
