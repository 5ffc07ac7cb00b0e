import type { EventType } from "@stowage/contract/events";
import type { Scope } from "@stowage/contract/scopes";
import type { PutBack } from "./past.ts";
import {
  putBackBinChanged,
  putBackBinCreated,
  putBackBinDeleted,
  putBackBinRestored,
} from "./put-back-bin.ts";
import { putBackCodeClaimed, putBackCodeReleased } from "./put-back-code.ts";
import {
  putBackItemChanged,
  putBackItemCreated,
  putBackItemDeleted,
  putBackItemRestored,
} from "./put-back-item.ts";
import {
  putBackLocationChanged,
  putBackLocationCreated,
  putBackLocationDeleted,
} from "./put-back-location.ts";
import { putBackProjectChanged, putBackProjectCreated, putBackProjectDeleted } from "./put-back-project.ts";
import { putBackConsumed, putBackReleased, putBackReserved } from "./put-back-reservation.ts";
import { putBackTaskChanged, putBackTaskCreated, putBackTaskDeleted } from "./put-back-task.ts";

interface Kind {
  putBack: PutBack;
  /** What putting it back takes: to take back a creation is to delete. */
  scope: Scope;
}

/** How each kind of event is put back; what is not listed here cannot be. */
export const PUT_BACK: Partial<Record<EventType, Kind>> = {
  "location.created": { putBack: putBackLocationCreated, scope: "locations:delete" },
  "location.updated": { putBack: putBackLocationChanged, scope: "locations:write" },
  "location.moved": { putBack: putBackLocationChanged, scope: "locations:write" },
  "location.deleted": { putBack: putBackLocationDeleted, scope: "locations:write" },
  "bin.created": { putBack: putBackBinCreated, scope: "bins:delete" },
  "bin.updated": { putBack: putBackBinChanged, scope: "bins:write" },
  "bin.moved": { putBack: putBackBinChanged, scope: "bins:write" },
  "bin.deleted": { putBack: putBackBinDeleted, scope: "bins:write" },
  "bin.restored": { putBack: putBackBinRestored, scope: "bins:delete" },
  "item.created": { putBack: putBackItemCreated, scope: "items:delete" },
  "item.updated": { putBack: putBackItemChanged, scope: "items:write" },
  "item.quantity_changed": { putBack: putBackItemChanged, scope: "items:write" },
  "item.moved": { putBack: putBackItemChanged, scope: "items:write" },
  "item.deleted": { putBack: putBackItemDeleted, scope: "items:write" },
  "item.restored": { putBack: putBackItemRestored, scope: "items:delete" },
  "code.claimed": { putBack: putBackCodeClaimed, scope: "bins:write" },
  "code.released": { putBack: putBackCodeReleased, scope: "bins:write" },
  "task.created": { putBack: putBackTaskCreated, scope: "tasks:delete" },
  "task.updated": { putBack: putBackTaskChanged, scope: "tasks:write" },
  "task.completed": { putBack: putBackTaskChanged, scope: "tasks:write" },
  "task.deleted": { putBack: putBackTaskDeleted, scope: "tasks:write" },
  "project.created": { putBack: putBackProjectCreated, scope: "projects:delete" },
  "project.updated": { putBack: putBackProjectChanged, scope: "projects:write" },
  "project.deleted": { putBack: putBackProjectDeleted, scope: "projects:write" },
  "project.reserved": { putBack: putBackReserved, scope: "projects:write" },
  "project.released": { putBack: putBackReleased, scope: "projects:write" },
  "project.consumed": { putBack: putBackConsumed, scope: "projects:write" },
};
