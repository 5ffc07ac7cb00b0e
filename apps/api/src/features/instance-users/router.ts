import { router } from "../../trpc/procedures.ts";
import { list } from "./list.ts";
import { update } from "./update.ts";

export const instanceUsersRouter = router({ list, update });
