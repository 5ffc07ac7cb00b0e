import type { LabelBatch, LabelBatchPage, ListLabelBatches } from "@stowage/contract/label-codes";
import type { Db } from "@stowage/db/open-database";
import { prepared } from "@stowage/db/prepared";
import { codes } from "@stowage/db/schema/inventory";
import { and, count, countDistinct, desc, isNotNull, max, sql } from "drizzle-orm";
import { isBlankLabel, labelsWithinFilter } from "../../bounds/within.ts";
import { readCursor, writeCursor } from "../../lists/paging.ts";
import { type LabelsOf, labelsOfOrganization } from "../codes/store.ts";

const NEWEST = "-created_at";

/** The sheets of labels, the newest first. What is counted is what `GET /codes` lists. */
export async function listBatches(
  db: Db,
  { organization_id, reach }: LabelsOf,
  { limit, cursor, include_total }: ListLabelBatches,
): Promise<LabelBatchPage> {
  const own = labelsOfOrganization(organization_id);
  const reached = labelsWithinFilter(reach, undefined);
  const names = `${own.name}_${reached.name}`;
  const condition = () => and(own.condition(), reached.condition(), isNotNull(codes.batch_id));
  const from = cursor === undefined ? null : readCursor(cursor, NEWEST);
  const query = prepared(db, `label_batches_${from ? "after" : "first"}_${names}`, (prepare) => {
    const newest = max(codes.created_at);
    const after = sql`(${newest}, ${codes.batch_id}) < (${sql.placeholder("cursor_value")}::timestamptz, ${sql.placeholder("cursor_id")})`;
    return prepare
      .select({
        batch_id: codes.batch_id,
        total: count(),
        claimed: sql`count(*) filter (where not ${isBlankLabel})`.mapWith(Number),
        created_at: newest,
      })
      .from(codes)
      .where(condition())
      .groupBy(codes.batch_id)
      .having(from ? after : undefined)
      .orderBy(desc(newest), desc(codes.batch_id))
      .limit(sql.placeholder("page_rows"));
  });
  const values = { ...own.values, ...reached.values };
  const counting = prepared(db, `label_batches_total_${names}`, (prepare) =>
    prepare
      .select({ total: countDistinct(codes.batch_id) })
      .from(codes)
      .where(condition()),
  );
  const [rows, totals] = await Promise.all([
    query.execute({
      ...values,
      ...(from && { cursor_value: from.value, cursor_id: from.id }),
      page_rows: limit + 1,
    }),
    include_total ? counting.execute(values) : [],
  ]);
  const found = rows as LabelBatch[]; // a group has its batch and its time
  const data = found.slice(0, limit);
  const last = found.length > limit ? data.at(-1) : undefined;
  return {
    data,
    ...totals[0],
    next_cursor: last ? writeCursor(NEWEST, { ...last, id: last.batch_id }) : null,
  };
}
