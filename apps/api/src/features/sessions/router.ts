import { router } from "../../trpc/procedures.ts";
import { end } from "./end.ts";
import { endOthers } from "./end-others.ts";
import { list } from "./list.ts";

export const sessionsRouter = router({ list, end, endOthers });
