import { router } from "../../trpc/procedures.ts";
import { get } from "./get.ts";
import { remove } from "./remove.ts";
import { update } from "./update.ts";

export const accountRouter = router({ get, update, remove });
