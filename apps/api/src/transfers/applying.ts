import type { Writing } from "../inventory/writing.ts";
import { ProblemError } from "../problems.ts";
import { FileIds } from "./file-ids.ts";
import { FileLabels } from "./file-labels.ts";
import { Places } from "./places.ts";

/** What became of a row. */
export type Outcome = "created" | "updated" | "unchanged";

/** A file while its rows are put among the things of a workspace. */
export interface Applying {
  writing: Writing;
  ids: FileIds;
  labels: FileLabels;
  places: Places;
  /** Whether a member is active here, by user id. */
  members: Map<string, boolean>;
}

export function applyingTo(writing: Writing): Applying {
  return {
    writing,
    ids: new FileIds(writing),
    labels: new FileLabels(writing),
    places: new Places(writing),
    members: new Map(),
  };
}

/** A fault of one field of a row. */
export function rowFault(field: string, code: string, message: string): ProblemError {
  return new ProblemError("validation_failed", message, {
    errors: [{ location: "body", pointer: `/${field}`, code, message }],
  });
}
