import { router } from "../../trpc/procedures.ts";
import { adjust } from "./adjust.ts";
import { bulk } from "./bulk.ts";
import { create } from "./create.ts";
import { get } from "./get.ts";
import { list } from "./list.ts";
import { move } from "./move.ts";
import { remove } from "./remove.ts";
import { restore } from "./restore.ts";
import { update } from "./update.ts";

export const itemsRouter = router({ list, get, create, update, adjust, move, remove, restore, bulk });
