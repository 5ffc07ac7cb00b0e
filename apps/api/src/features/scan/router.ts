import { router } from "../../trpc/procedures.ts";
import { scan } from "./scan.ts";

export const scanRouter = router({ scan });
