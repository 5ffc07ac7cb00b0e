import { router } from "../../trpc/procedures.ts";
import { get } from "./get.ts";

export const rateLimitRouter = router({ get });
