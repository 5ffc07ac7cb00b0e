import { router } from "../../trpc/procedures.ts";
import { reset } from "./reset.ts";

export const sandboxRouter = router({ reset });
