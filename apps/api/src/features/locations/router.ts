import { router } from "../../trpc/procedures.ts";
import { contents } from "./contents.ts";
import { create } from "./create.ts";
import { get } from "./get.ts";
import { list } from "./list.ts";
import { remove } from "./remove.ts";
import { update } from "./update.ts";

export const locationsRouter = router({ list, get, create, update, remove, contents });
