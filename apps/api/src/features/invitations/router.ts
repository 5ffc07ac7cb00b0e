import { router } from "../../trpc/procedures.ts";
import { accept } from "./accept.ts";
import { list } from "./list.ts";
import { look } from "./look.ts";
import { remove } from "./remove.ts";

export const invitationsRouter = router({ list, remove, look, accept });
