import { router } from "../../trpc/procedures.ts";
import { search } from "./search.ts";

export const searchRouter = router({ search });
