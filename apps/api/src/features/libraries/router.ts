import { router } from "../../trpc/procedures.ts";
import { list } from "./list.ts";

export const librariesRouter = router({ list });
