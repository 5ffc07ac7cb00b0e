import { router } from "../../trpc/procedures.ts";
import { list } from "./list.ts";
import { preferences } from "./preferences.ts";
import { read } from "./read.ts";
import { updatePreferences } from "./update-preferences.ts";

export const notificationsRouter = router({ list, read, preferences, updatePreferences });
