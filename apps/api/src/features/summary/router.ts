import { router } from "../../trpc/procedures.ts";
import { get } from "./get.ts";

export const summaryRouter = router({ get });
