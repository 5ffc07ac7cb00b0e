import { router } from "../../trpc/procedures.ts";
import { bulk } from "./bulk.ts";
import { create } from "./create.ts";
import { get } from "./get.ts";
import { items } from "./items.ts";
import { labelPng } from "./label-png.ts";
import { labelSvg } from "./label-svg.ts";
import { list } from "./list.ts";
import { remove } from "./remove.ts";
import { restore } from "./restore.ts";
import { update } from "./update.ts";

export const binsRouter = router({
  list,
  get,
  create,
  update,
  remove,
  restore,
  items,
  bulk,
  labelSvg,
  labelPng,
});
