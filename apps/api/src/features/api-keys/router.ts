import { router } from "../../trpc/procedures.ts";
import { cancelRotation } from "./cancel-rotation.ts";
import { create } from "./create.ts";
import { explain } from "./explain.ts";
import { finishRotation } from "./finish-rotation.ts";
import { get } from "./get.ts";
import { list } from "./list.ts";
import { log } from "./log.ts";
import { revoke } from "./revoke.ts";
import { revokeCurrent } from "./revoke-current.ts";
import { rotate } from "./rotate.ts";
import { update } from "./update.ts";
import { usage } from "./usage.ts";

export const apiKeysRouter = router({
  list,
  get,
  create,
  update,
  revoke,
  revokeCurrent,
  rotate,
  finishRotation,
  cancelRotation,
  usage,
  log,
  explain,
});
