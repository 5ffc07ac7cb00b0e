import { router } from "../../trpc/procedures.ts";
import { create } from "./create.ts";
import { get } from "./get.ts";
import { list } from "./list.ts";
import { resume } from "./resume.ts";
import { undo } from "./undo.ts";

export const importsRouter = router({ list, get, create, resume, undo });
