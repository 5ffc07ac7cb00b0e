import { router } from "../../trpc/procedures.ts";
import { get } from "./get.ts";
import { retry } from "./retry.ts";

export const deliveriesRouter = router({ get, retry });
