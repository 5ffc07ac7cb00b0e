import { router } from "../../trpc/procedures.ts";
import { list } from "./list.ts";
import { undo } from "./undo.ts";

export const eventsRouter = router({ list, undo });
