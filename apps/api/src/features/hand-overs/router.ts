import { router } from "../../trpc/procedures.ts";
import { approve } from "./approve.ts";
import { begin } from "./begin.ts";
import { collect } from "./collect.ts";
import { look } from "./look.ts";
import { refuse } from "./refuse.ts";

export const handOversRouter = router({ begin, look, approve, refuse, collect });
