import { router } from "../../trpc/procedures.ts";
import { get } from "./get.ts";
import { invite } from "./invite.ts";
import { list } from "./list.ts";
import { remove } from "./remove.ts";
import { update } from "./update.ts";

export const membersRouter = router({ list, get, invite, update, remove });
