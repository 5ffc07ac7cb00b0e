import { router } from "../../trpc/procedures.ts";
import { list } from "./list.ts";
import { stream } from "./stream.ts";
import { undo } from "./undo.ts";

export const eventsRouter = router({ list, stream, undo });
