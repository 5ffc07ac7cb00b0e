import { router } from "../../trpc/procedures.ts";
import { create } from "./create.ts";
import { deliveries } from "./deliveries.ts";
import { get } from "./get.ts";
import { list } from "./list.ts";
import { preview } from "./preview.ts";
import { remove } from "./remove.ts";
import { rotate } from "./rotate.ts";
import { test } from "./test.ts";
import { update } from "./update.ts";

export const triggersRouter = router({
  list,
  get,
  create,
  update,
  remove,
  rotate,
  test,
  preview,
  deliveries,
});
