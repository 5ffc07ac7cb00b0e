import type { Outputs } from "../../lib/trpc.ts";

/** An event as it arrives in the browser. */
export type FeedEvent = Outputs["events"]["list"]["data"][number];
