import { Suspense } from "react";
import { lazyLater } from "../../lib/first-screen.ts";
import { useWhere } from "../../lib/where.ts";
import { OrganizationName } from "./organization-name.tsx";

const OrganizationMenu = lazyLater(async () => (await import("./organization-menu.tsx")).OrganizationMenu);
const NotificationsBell = lazyLater(
  async () => (await import("../notifications/notifications-bell.tsx")).NotificationsBell,
);

/** Where one is and what is new there: the top of the rail, and of the screen on a phone. */
export function PlaceRow({ className }: { className: string }) {
  const { organizationId } = useWhere();
  return (
    <div className={className}>
      <Suspense
        fallback={
          <div className="flex min-w-0 grow items-center gap-2.5 p-1.5">
            <OrganizationName />
          </div>
        }
      >
        <OrganizationMenu />
      </Suspense>
      {organizationId ? (
        <Suspense fallback={<span className="size-8 coarse:size-11" />}>
          <NotificationsBell />
        </Suspense>
      ) : null}
    </div>
  );
}
