import { router } from "../../trpc/procedures.ts";
import { create } from "./create.ts";
import { get } from "./get.ts";
import { list } from "./list.ts";
import { revoke } from "./revoke.ts";
import { revokeCurrent } from "./revoke-current.ts";
import { update } from "./update.ts";

export const apiKeysRouter = router({ list, get, create, update, revoke, revokeCurrent });
