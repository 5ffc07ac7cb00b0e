import { router } from "../../trpc/procedures.ts";
import { report } from "./report.ts";

export const leakedKeysRouter = router({ report });
