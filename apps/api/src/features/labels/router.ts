import { router } from "../../trpc/procedures.ts";
import { batches } from "./batches.ts";
import { print } from "./print.ts";

export const labelsRouter = router({ print, batches });
