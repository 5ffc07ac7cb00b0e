import { formatCount } from "../../lib/format.ts";
import type { BulkJob } from "./bulk-work.ts";
import { changedTags, type TagChange } from "./tag-changes.ts";

interface Tagged {
  readonly id: string;
  readonly tags: string[];
  readonly version: number;
}

interface UpdateOperation {
  op: "update";
  id: string;
  data: Record<string, unknown>;
}

/** Only things that the change changes are written, each only if nobody changed it since it was read. */
export function tagsJob<Thing extends Tagged>(
  things: readonly Thing[],
  change: TagChange,
  noun: string,
): BulkJob<Thing, UpdateOperation> {
  return {
    things: things.filter(({ tags }) => changedTags(tags, change) !== null),
    operation: ({ id, tags, version }) => ({
      op: "update",
      id,
      data: { tags: changedTags(tags, change) ?? tags, if_version: version },
    }),
    done: (count) => `${formatCount(count, noun)} tagged anew.`,
  };
}

/** Into the trash. */
export function deleteJob<Thing extends { id: string }>(
  things: readonly Thing[],
  noun: string,
): BulkJob<Thing, { op: "delete"; id: string }> {
  return {
    things,
    operation: ({ id }) => ({ op: "delete", id }),
    done: (count) => `${formatCount(count, noun)} moved to the trash.`,
  };
}

/** Out of the trash, to where each was. */
export function restoreJob<Thing extends { id: string }>(
  things: readonly Thing[],
  noun: string,
): BulkJob<Thing, { op: "restore"; id: string }> {
  return {
    things,
    operation: ({ id }) => ({ op: "restore", id }),
    done: (count) => `${formatCount(count, noun)} put back.`,
  };
}
