import { router } from "../../trpc/procedures.ts";
import { consume } from "./consume.ts";
import { create } from "./create.ts";
import { get } from "./get.ts";
import { items } from "./items.ts";
import { list } from "./list.ts";
import { release } from "./release.ts";
import { remove } from "./remove.ts";
import { reserve } from "./reserve.ts";
import { update } from "./update.ts";

export const projectsRouter = router({ list, get, create, update, remove, items, reserve, release, consume });
