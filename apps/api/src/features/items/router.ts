import { router } from "../../trpc/procedures.ts";
import { adjust } from "./adjust.ts";
import { create } from "./create.ts";
import { get } from "./get.ts";
import { list } from "./list.ts";
import { remove } from "./remove.ts";
import { update } from "./update.ts";

export const itemsRouter = router({ list, get, create, update, adjust, remove });
