import type { Location } from "@stowage/contract/locations";
import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, ChevronRight, Terminal } from "lucide-react";
import { Fragment } from "react";
import { copyCurl } from "../../components/things/copy-curl.ts";
import { ThingActions, type ThingDoings } from "../../components/things/thing-actions.tsx";
import { MenuItem } from "../../components/ui/menu.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { curlFor } from "../../lib/curl.ts";
import { trpc } from "../../lib/trpc.ts";
import { kindIcon, kindLabel } from "./location-kinds.ts";

/** Places change their names seldom. */
const NAME_STALE_MS = 60_000;

/** The way back from a location's page to the tree. */
export const backToLocations = (
  <Link to="/locations" className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink">
    <ArrowLeft aria-hidden className="size-3.5" />
    Locations
  </Link>
);

interface LocationHeaderProps extends ThingDoings {
  location: Location;
}

/** A location's name, kind and the way to it, and what can be done with it. */
export function LocationHeader({ location, ...doings }: LocationHeaderProps) {
  const Icon = kindIcon(location.kind);
  return (
    <PageHeader
      title={location.name}
      back={<LocationTrail location={location} />}
      isActionWide
      purpose={
        <span className="inline-flex items-center gap-1.5">
          <Icon aria-hidden className="size-4" />
          {kindLabel(location.kind)}
        </span>
      }
      action={
        <ThingActions {...doings}>
          <MenuItem
            icon={Terminal}
            onSelect={() => void copyCurl(curlFor(`GET /locations/${location.id}/contents`))}
          >
            Copy “what is in it” as curl
          </MenuItem>
        </ThingActions>
      }
    />
  );
}

/** The way from the tree down to the place, each step a link; steps that the reader may not see are left out. */
function LocationTrail({ location }: { location: Location }) {
  const above = useQueries({
    queries: location.path
      .slice(0, -1)
      .map((id) => trpc.locations.get.queryOptions({ id }, { staleTime: NAME_STALE_MS })),
    combine: (steps) => steps.flatMap(({ data }) => data ?? []),
  });
  return (
    <nav aria-label="Path">
      <ol className="flex flex-wrap items-center gap-x-1 gap-y-0.5">
        <li>{backToLocations}</li>
        {above.map(({ id, name }) => (
          <Fragment key={id}>
            <li aria-hidden className="inline-flex">
              <ChevronRight className="size-3.5 text-faint" />
            </li>
            <li className="min-w-0">
              <Link
                to="/locations/$locationId"
                params={{ locationId: id }}
                className="block max-w-48 truncate rounded-sm hover:text-ink hover:underline"
              >
                {name}
              </Link>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
