import { router } from "../../trpc/procedures.ts";
import { list } from "./list.ts";
import { read } from "./read.ts";

export const notificationsRouter = router({ list, read });
