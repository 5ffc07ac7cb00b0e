import { chapter } from "./chapter.ts";

const firstCode = (data: readonly { code: string }[]) => data[0]?.code ?? "";

export const codes = chapter("codes", {
  reserve: { input: { count: 2, batch: "Sheet 1" } },
  claim: {
    input: ({ told }) => ({
      code: firstCode(told.codes.reserve.data),
      target_type: "item",
      target_id: told.items.create.id,
    }),
  },
  get: { input: ({ told }) => ({ code: told.codes.claim.code }) },
  list: { input: { batch_id: "Sheet 1", claimed: true } },
});

export const labels = chapter("labels", {
  batches: { input: { limit: 20 } },
  print: {
    input: ({ told }) => ({
      codes: told.codes.reserve.data.map(({ code }) => code),
      format: "avery_l7160",
    }),
  },
});

export const scan = chapter("scan", {
  scan: { input: ({ told }) => ({ code: told.codes.claim.code, action: "remove", quantity: 5 }) },
});

export const search = chapter("search", { search: { input: { q: "10 kΩ", limit: 5 } } });

export const summary = chapter("summary", { get: {} });
