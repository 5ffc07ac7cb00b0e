import type { CodeTarget } from "@stowage/contract/label-codes";
import type { Db } from "@stowage/db/open-database";
import { items } from "@stowage/db/schema/inventory";
import { and, arrayOverlaps, eq, isNull, type SQL } from "drizzle-orm";
import { within } from "../../bounds/within.ts";
import { visibleLabel } from "../codes/policy.ts";
import { type LabelsOf, standingLabels } from "../codes/store.ts";
import { blankLabel, onlyOne, type Reading, readingOf, spellingsOf, unknownCode } from "./policy.ts";

type Reader = Pick<Db, "select">;

/** What a code names, and the code as it is written down. */
export interface Scanned {
  code: string;
  target: { type: CodeTarget; id: string; name: string };
}

/** As many as are named when several have one code, and one more. */
const FOUND_AT_MOST = 6;

/**
 * What was scanned: a label's code or its address, then an item's barcode, then its SKU.
 * @throws not_found  with `suggest`: nothing has the code, or the label is blank
 * @throws conflict  several items have it
 */
export async function scanned(db: Reader, owner: LabelsOf, text: string): Promise<Scanned> {
  const reading = readingOf(text, "/code");
  const target = (await labelled(db, owner, reading)) ?? (await byBarcodeOrSku(db, owner, text));
  if (target) return target;
  throw unknownCode(text);
}

/**
 * The bin or place whose label says where something goes.
 * @throws not_found, validation_failed
 */
export async function scannedPlace(db: Reader, owner: LabelsOf, text: string): Promise<Scanned | null> {
  return labelled(db, owner, readingOf(text, "/to_code"));
}

async function labelled(
  db: Reader,
  owner: LabelsOf,
  { label, is_label_url }: Reading,
): Promise<Scanned | null> {
  if (label === null) return null;
  const standing = (await standingLabels(db, owner, [label])).get(label);
  // Seven symbols that fit by chance may be a barcode; and to a bounded key a label elsewhere is like none.
  const isNone = !standing || (standing.is_hidden && owner.reach.location_ids !== null);
  if (isNone && !is_label_url) return null;
  const { target } = visibleLabel(label, standing);
  if (!target) throw blankLabel(label);
  return { code: label, target };
}

async function byBarcodeOrSku(db: Reader, { reach }: LabelsOf, text: string): Promise<Scanned | null> {
  const found =
    onlyOne(await itemsWhere(db, reach, arrayOverlaps(items.barcodes, spellingsOf(text))), "barcode") ??
    onlyOne(await itemsWhere(db, reach, eq(items.sku, text)), "SKU");
  return found && { code: text, target: { type: "item", ...found } };
}

function itemsWhere(db: Reader, reach: LabelsOf["reach"], condition: SQL | undefined) {
  return db
    .select({ id: items.id, name: items.name })
    .from(items)
    .where(and(within("items", reach), condition, isNull(items.deleted_at)))
    .orderBy(items.id)
    .limit(FOUND_AT_MOST);
}
