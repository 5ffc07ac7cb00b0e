import type { Location } from "@stowage/contract/locations";
import { FactList } from "../../components/ui/fact-list.tsx";
import { Time } from "../../components/ui/time.tsx";

/** What is known of a location beside what is in it. */
export function LocationFacts({ location }: { location: Location }) {
  return (
    <FactList
      label="Facts"
      facts={[
        ["Added", <Time key="added" at={location.created_at} />],
        ["Updated", <Time key="updated" at={location.updated_at} />],
        [
          "Id",
          <code key="id" className="font-mono text-xs break-all">
            {location.id}
          </code>,
        ],
      ]}
    />
  );
}
