import { router } from "../../trpc/procedures.ts";
import { complete } from "./complete.ts";
import { create } from "./create.ts";
import { get } from "./get.ts";
import { list } from "./list.ts";
import { remove } from "./remove.ts";
import { update } from "./update.ts";

export const tasksRouter = router({ list, get, create, update, complete, remove });
