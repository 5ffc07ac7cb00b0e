import { router } from "../../trpc/procedures.ts";
import { download } from "./download.ts";

export const exportsRouter = router({ download });
