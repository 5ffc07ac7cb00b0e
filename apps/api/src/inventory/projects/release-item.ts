import type { ReleaseItem } from "@stowage/contract/projects";
import type { Writing } from "../writing.ts";
import { projectIn } from "./project-rows.ts";
import { reservationIn, shiftOf, shiftReserved } from "./reservation-rows.ts";

/** Takes an item off a project, whatever it has used of it. @throws not_found */
export async function releaseItem(writing: Writing, { id, item_id }: ReleaseItem) {
  const project = await projectIn(writing, id);
  const row = await reservationIn(writing, { id, item_id });
  const item = await writing.items.get(item_id);
  await shiftReserved(writing, item_id, shiftOf({ project, row }, { project, row: null }));
  writing.reservations.drop(row.id);
  const { quantity, consumed } = row;
  const event_seq = writing.record({
    type: "project.released",
    subject_id: id,
    subject_name: project.name,
    data: { item_id, item_name: item?.name ?? "", quantity, consumed },
  });
  return { id: item_id, deleted_at: writing.at, event_seq };
}
