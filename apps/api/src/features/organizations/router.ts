import { router } from "../../trpc/procedures.ts";
import { create } from "./create.ts";
import { get } from "./get.ts";
import { leave } from "./leave.ts";
import { list } from "./list.ts";
import { remove } from "./remove.ts";
import { update } from "./update.ts";

export const organizationsRouter = router({ list, get, create, update, remove, leave });
