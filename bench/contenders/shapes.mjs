import { z } from "zod";

/**
 * What goes in and comes out, as Zod schemas.
 * @template {z.ZodType} Instant
 * @param {Instant} instant  What the contender's rows have for a time: both become RFC 3339 in JSON.
 */
export function shapesOf(instant) {
  const times = { created_at: instant, updated_at: instant, deleted_at: instant.nullable() };
  const customFields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
  const Bin = z.object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    location_id: z.string().nullable(),
    description: z.string(),
    tags: z.array(z.string()),
    color: z.string().nullable(),
    icon: z.string().nullable(),
    custom_fields: customFields,
    version: z.number().int(),
    ...times,
  });
  const Item = z.object({
    id: z.string(),
    name: z.string(),
    bin_id: z.string().nullable(),
    location_id: z.string().nullable(),
    quantity: z.number(),
    reserved: z.number(),
    available: z.number(),
    unit: z.string(),
    min_quantity: z.number().nullable(),
    is_low: z.boolean(),
    barcodes: z.array(z.string()),
    sku: z.string().nullable(),
    external_id: z.string().nullable(),
    notes: z.string(),
    tags: z.array(z.string()),
    custom_fields: customFields,
    expires_on: z.string().nullable(),
    serial_number: z.string().nullable(),
    model: z.string().nullable(),
    manufacturer: z.string().nullable(),
    version: z.number().int(),
    ...times,
  });
  return {
    Bin,
    BinPage: z.object({ data: z.array(Bin), next_cursor: z.string().nullable() }),
    AdjustedItem: Item.extend({ event_seq: z.number().int() }),
    ListBins: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
    GetBin: z.object({ id: z.string() }),
    CreateBin: z.object({ name: z.string().min(1).max(200) }),
    AdjustItem: z.object({ id: z.string(), delta: z.number() }),
  };
}
