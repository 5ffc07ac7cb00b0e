const text = { type: "string" };
const textOrNull = { type: "string", nullable: true };
const number = { type: "number" };

const BIN = {
  type: "object",
  properties: {
    id: text,
    code: text,
    name: text,
    location_id: textOrNull,
    description: text,
    tags: { type: "array", items: text },
    color: textOrNull,
    icon: textOrNull,
    custom_fields: { type: "object", additionalProperties: true },
    version: number,
    created_at: text,
    updated_at: text,
    deleted_at: textOrNull,
  },
};

const ITEM = {
  type: "object",
  properties: {
    id: text,
    name: text,
    bin_id: textOrNull,
    location_id: textOrNull,
    quantity: number,
    reserved: number,
    available: number,
    unit: text,
    min_quantity: { type: "number", nullable: true },
    is_low: { type: "boolean" },
    barcodes: { type: "array", items: text },
    sku: textOrNull,
    external_id: textOrNull,
    notes: text,
    tags: { type: "array", items: text },
    custom_fields: { type: "object", additionalProperties: true },
    expires_on: textOrNull,
    serial_number: textOrNull,
    model: textOrNull,
    manufacturer: textOrNull,
    version: number,
    created_at: text,
    updated_at: text,
    deleted_at: textOrNull,
    event_seq: number,
  },
};

const BIN_PAGE = {
  type: "object",
  properties: { data: { type: "array", items: BIN }, next_cursor: textOrNull },
};

/** What Fastify compiles: the inputs it checks, and the answers it writes. */
export const SCHEMAS = {
  listBins: {
    querystring: {
      type: "object",
      properties: { limit: { type: "integer", minimum: 1, maximum: 100, default: 20 } },
    },
    response: { 200: BIN_PAGE },
  },
  getBin: { response: { 200: BIN } },
  createBin: {
    body: {
      type: "object",
      additionalProperties: false,
      required: ["name"],
      properties: { name: { type: "string", minLength: 1, maxLength: 200 } },
    },
    response: { 201: BIN },
  },
  adjustItem: {
    body: {
      type: "object",
      additionalProperties: false,
      required: ["delta"],
      properties: { delta: number },
    },
    response: { 200: ITEM },
  },
};
