import type { Bin } from "@stowage/contract/bins";
import { customFacts } from "../../components/things/custom-facts.ts";
import { FactList } from "../../components/ui/fact-list.tsx";
import { Time } from "../../components/ui/time.tsx";

/** What is known of a bin beside what is in it. */
export function BinFacts({ bin }: { bin: Bin }) {
  return (
    <FactList
      label="Facts"
      facts={[
        ...customFacts(bin.custom_fields),
        ["Added", <Time key="added" at={bin.created_at} />],
        ["Updated", <Time key="updated" at={bin.updated_at} />],
        [
          "Id",
          <code key="id" className="font-mono text-xs break-all">
            {bin.id}
          </code>,
        ],
      ]}
    />
  );
}
