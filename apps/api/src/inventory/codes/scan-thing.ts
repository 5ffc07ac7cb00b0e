import { CreateItem, type Item } from "@stowage/contract/items";
import type { Scan, ScanAnswer } from "@stowage/contract/scan";
import { required } from "../../features/scan/policy.ts";
import { type Scanned, scanned, scannedPlace } from "../../features/scan/store.ts";
import { conflict, invalidField, ProblemError } from "../../problems.ts";
import { updateBin } from "../bins/update-bin.ts";
import { adjustItem } from "../items/adjust-item.ts";
import { createItem } from "../items/create-item.ts";
import { moveItem } from "../items/move-item.ts";
import type { Writing } from "../writing.ts";

/** What a scan changes, by the same functions as any other write. `mayMoveBins` throws where the caller may not. */
export async function scanThing(writing: Writing, input: Scan, mayMoveBins: () => void): Promise<ScanAnswer> {
  if (input.action === "create") return createByScan(writing, input);
  const found = await scanned(writing.tx, ownerOf(writing), input.code);
  if (input.action === "move") return moveByScan(writing, input, found, mayMoveBins);
  if (found.target.type !== "item") return { ...found, action: "lookup" };
  const { event_seq, ...item } = await adjustItem(writing, { id: found.target.id, ...adjustmentOf(input) });
  return answerWith(item, { ...found, action: input.action, event_seq });
}

const ownerOf = ({ by }: Writing) => ({ organization_id: by.caller.organization.id, reach: by.reach });

function answerWith(item: Item, rest: Scanned & Pick<ScanAnswer, "action" | "event_seq">): ScanAnswer {
  return { ...rest, target: { type: "item", id: item.id, name: item.name }, item, quantity: item.quantity };
}

function adjustmentOf({ action, quantity }: Scan): { delta: number } | { count: number } {
  if (action === "count")
    return { count: required(quantity, "quantity", "To count, say how many there are.") };
  return { delta: action === "remove" ? -(quantity ?? 1) : (quantity ?? 1) };
}

/** Where it goes: the bin or place that the label of `to_code` stands on. */
async function placeOf(writing: Writing, to_code: string): Promise<Scanned["target"]> {
  const found = await scannedPlace(writing.tx, ownerOf(writing), to_code);
  if (!found) throw new ProblemError("not_found", `There is no label ${to_code} here.`);
  if (found.target.type === "item")
    throw invalidField("/to_code", "not_a_place", "That label stands on an item. Scan a bin or a place.");
  return found.target;
}

async function moveByScan(
  writing: Writing,
  { to_code, quantity }: Scan,
  found: Scanned,
  mayMoveBins: () => void,
): Promise<ScanAnswer> {
  const { target } = found;
  if (target.type === "location")
    throw invalidField("/code", "not_movable", "A place is moved on its page or by PATCH /locations/{id}.");
  if (target.type === "bin") mayMoveBins();
  const to = await placeOf(writing, required(to_code, "to_code", "To move, say the label of where to."));
  if (target.type === "bin") return moveBin(writing, found, to);
  const moved = await moveItem(writing, {
    id: target.id,
    ...(to.type === "bin" ? { to_bin_id: to.id } : { to_location_id: to.id }),
    ...(quantity !== undefined && { quantity }),
  });
  return answerWith(moved.moved_item ?? moved.item, { ...found, action: "move", event_seq: moved.event_seq });
}

async function moveBin(writing: Writing, found: Scanned, to: Scanned["target"]): Promise<ScanAnswer> {
  if (to.type === "bin")
    throw invalidField("/to_code", "not_a_place", "A bin goes into a place, not into another bin.");
  const seq = writing.nextSeq;
  const bin = await updateBin(writing, { id: found.target.id, location_id: to.id });
  const target = { type: "bin" as const, id: bin.id, name: bin.name };
  return { ...found, action: "move", target, event_seq: writing.nextSeq === seq ? null : seq };
}

/** An item with what was scanned as its barcode, which nothing had before. */
async function createByScan(writing: Writing, { code, name, quantity, to_code }: Scan): Promise<ScanAnswer> {
  const holder = await scanned(writing.tx, ownerOf(writing), code).catch(forUnknown);
  if (holder) throw conflict(`${holder.target.name} has the code ${code} already.`);
  const place = to_code === undefined ? null : await placeOf(writing, to_code);
  const input = CreateItem.safeParse({
    name: name ?? code,
    barcodes: [code],
    ...(quantity !== undefined && { quantity }),
    bin_id: place?.type === "bin" ? place.id : null,
    location_id: place?.type === "location" ? place.id : null,
  });
  if (!input.success) throw invalidField("/code", "too_long", "A barcode has at most 128 characters.");
  const event_seq = writing.nextSeq;
  const item = await createItem(writing, input.data);
  return answerWith(item, {
    code,
    target: { type: "item", id: item.id, name: item.name },
    action: "create",
    event_seq,
  });
}

/** That nothing has the code is what making something asks for; any other refusal stands. */
function forUnknown(thrown: unknown): null {
  if (thrown instanceof ProblemError && thrown.extras.suggest === "create") return null;
  throw thrown;
}
