import { UpdateBin } from "@stowage/contract/bins";
import { type IdKind, id } from "@stowage/contract/ids";
import { Quantity, UpdateItem } from "@stowage/contract/items";
import { CodeTarget } from "@stowage/contract/label-codes";
import { UpdateLocation } from "@stowage/contract/locations";
import { ReserveItem, UpdateProject } from "@stowage/contract/projects";
import { UpdateTask } from "@stowage/contract/tasks";
import { line } from "@stowage/contract/text";
import { z } from "zod";
import { nearestField } from "../nearest-field.ts";
import { isCrowded, MEMBERS_MAX } from "../trpc/crowded.ts";
import { inputWords } from "../trpc/input-words.ts";
import { DECIDED_BY_SERVER, KINDS, type Kind } from "./kinds.ts";

/** Another system's ids cannot become ours. */
const ownId = (kind: IdKind) =>
  z.string().refine((text) => id(kind).safeParse(text).success, {
    error: `Expected an id that Stowage made, such as ${id(kind).meta()?.examples}. Another system's goes into external_id.`,
  });

const PathNames = z.array(line(100)).max(20);
const Code = z.string().min(1).max(32);
const withoutRef = { id: true, if_version: true } as const;
const reservation = ReserveItem.shape;

/** The fields that a row of each kind may have: those of the API's own shapes, and ways to name places and bins. */
const SHAPES = {
  location: UpdateLocation.omit(withoutRef).extend({
    id: ownId("location").optional(),
    parent_path: PathNames.optional(),
  }),
  bin: UpdateBin.omit(withoutRef).extend({
    id: ownId("bin").optional(),
    code: Code.optional(),
    location_path: PathNames.optional(),
  }),
  item: UpdateItem.omit(withoutRef).extend({
    id: ownId("item").optional(),
    bin_code: Code.optional(),
    location_path: PathNames.optional(),
  }),
  project: UpdateProject.omit(withoutRef).extend({ id: ownId("project").optional() }),
  reservation: z.strictObject({
    project_id: reservation.id,
    item_id: reservation.item_id,
    quantity: reservation.quantity,
    consumed: Quantity.default(0),
  }),
  task: UpdateTask.omit(withoutRef).extend({ id: ownId("task").optional() }),
  code: z.strictObject({
    code: Code,
    target_type: CodeTarget.nullable().default(null),
    target_id: reservation.item_id.nullable().default(null),
    batch_id: line(100).nullable().default(null),
  }),
};

/** The values of a checked row of a kind. */
export type RowValues<Of extends Kind> = z.output<(typeof SHAPES)[Of]>;

type CheckedRow =
  | { values: Record<string, unknown>; issues: null }
  | { values: null; issues: { field: string; code: string; message: string }[] };

const compiled = new Map(KINDS.map((kind) => [kind, z.compile(SHAPES[kind]) as z.ZodType]));

const CROWDED = { field: "", code: "too_big", message: `An object has at most ${MEMBERS_MAX} members.` };

/** Reads a row's members by the shape of its kind; what the server alone decides is passed over. */
export function checkRow(kind: Kind, members: Record<string, unknown>): CheckedRow {
  if (isCrowded(members)) return { values: null, issues: [CROWDED] };
  const sent = Object.fromEntries(
    Object.entries(members).filter(([field]) => !DECIDED_BY_SERVER[kind].includes(field)),
  );
  const result = compiled.get(kind)?.safeParse(sent, { error: inputWords });
  if (!result) throw new Error(`${kind} has a shape`);
  if (result.success) return { values: result.data as Record<string, unknown>, issues: null }; // an object's schema
  return { values: null, issues: result.error.issues.flatMap((issue) => issuesOf(kind, issue)) };
}

/** The fields that a row of a kind may have. */
export const fieldsOfKind = (kind: Kind): string[] => Object.keys(SHAPES[kind].shape);

function issuesOf(kind: Kind, issue: z.core.$ZodIssue) {
  if (issue.code !== "unrecognized_keys") {
    const field = issue.path.map(String).join(".");
    return [
      { field: field.replace(/^custom_fields\./, "custom."), code: issue.code, message: issue.message },
    ];
  }
  return issue.keys.map((key) => {
    const nearest = nearestField(key, fieldsOfKind(kind));
    const message = nearest ? `Unknown field; did you mean ${nearest}?` : "Unknown field.";
    return { field: key, code: "unknown_field", message };
  });
}
