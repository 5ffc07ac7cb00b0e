import type { Bin } from "@stowage/contract/bins";
import type { BulkBins } from "@stowage/contract/bulk";
import type { BulkJob } from "../../components/things/bulk-work.ts";
import { formatCount } from "../../lib/format.ts";

export type BinOperation = BulkBins["operations"][number];
export type BinJob = BulkJob<Bin, BinOperation>;

export function moveBinsJob(things: readonly Bin[], location_id: string | null): BinJob {
  return {
    things,
    operation: ({ id }) => ({ op: "move", id, data: { to_location_id: location_id } }),
    done: (count) => `${formatCount(count, "bin")} moved, with all that is in them.`,
  };
}
