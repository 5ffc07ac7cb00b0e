import { router } from "../../trpc/procedures.ts";
import { claim } from "./claim.ts";
import { get } from "./get.ts";
import { list } from "./list.ts";
import { reserve } from "./reserve.ts";

export const codesRouter = router({ list, get, reserve, claim });
