import { chapter } from "./chapter.ts";

export const locations = chapter("locations", {
  create: { input: { name: "Workshop", kind: "room", description: "Behind the house" } },
  list: { input: { limit: 20 } },
  get: { input: ({ told }) => ({ id: told.locations.create.id }) },
  update: { input: ({ told }) => ({ id: told.locations.create.id, name: "Workshop, ground floor" }) },
  remove: {
    input: async ({ ask }) => ({ id: (await ask("key", "POST", "locations", { name: "Old shed" })).body.id }),
  },
});

export const libraries = chapter("libraries", { list: { input: { limit: 20 } } });

export const bins = chapter("bins", {
  create: {
    input: ({ told }) => ({ name: "Resistors", location_id: told.locations.create.id, tags: ["smd"] }),
  },
  list: { input: { tag: ["smd"], include: ["item_count"] } },
  get: { input: ({ told }) => ({ id: told.bins.create.id }) },
  update: { input: ({ told }) => ({ id: told.bins.create.id, color: "#2f6f4f", if_version: 1 }) },
  bulk: {
    input: ({ told }) => ({
      atomic: true,
      operations: [
        { op: "create", data: { name: "Capacitors", location_id: told.locations.create.id } },
        { op: "update", id: told.bins.create.id, data: { description: "0805, by value" } },
      ],
    }),
  },
  labelSvg: { input: ({ told }) => ({ id: told.bins.create.id, size: 300 }) },
  labelPng: { input: ({ told }) => ({ id: told.bins.create.id, size: 300 }) },
});

export const items = chapter("items", {
  create: {
    input: ({ told }) => ({
      name: "10 kΩ, 1 %",
      bin_id: told.bins.create.id,
      quantity: 500,
      min_quantity: 100,
      unit: "pcs",
      barcodes: ["4006381333931"],
      custom_fields: { value: "10k" },
    }),
  },
  list: { input: { low_stock: false, include: ["location_path"], limit: 20 } },
  get: { input: ({ told }) => ({ id: told.items.create.id }) },
  update: { input: ({ told }) => ({ id: told.items.create.id, tags: ["0805"] }) },
  adjust: { input: ({ told }) => ({ id: told.items.create.id, delta: -20, reason: "Prototype" }) },
  bulk: {
    input: ({ told }) => ({
      operations: [
        { op: "upsert", external_id: "shop-42", data: { name: "Solder wire", quantity: 2 } },
        { op: "adjust", id: told.items.create.id, data: { count: 470 } },
      ],
    }),
  },
  move: {
    input: async ({ told, ask }) => {
      const bin = await ask("key", "POST", "bins", { name: "Travel kit" });
      return { id: told.items.create.id, to_bin_id: bin.body.id, quantity: 50 };
    },
  },
  remove: {
    input: async ({ ask }) => ({
      id: (await ask("key", "POST", "items", { name: "Broken meter" })).body.id,
    }),
  },
  restore: { input: ({ told }) => ({ id: told.items.remove.id }) },
});

export const contents = [
  chapter("locations", { contents: { input: ({ told }) => ({ id: told.locations.create.id }) } }),
  chapter("bins", {
    items: { input: ({ told }) => ({ id: told.bins.create.id, sort: "name" }) },
    remove: {
      input: async ({ ask }) => ({ id: (await ask("key", "POST", "bins", { name: "Crate" })).body.id }),
    },
    restore: { input: ({ told }) => ({ id: told.bins.remove.id }) },
  }),
];
