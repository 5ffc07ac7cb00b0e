import { router } from "../../trpc/procedures.ts";
import { disable } from "./disable.ts";
import { enable } from "./enable.ts";
import { get } from "./get.ts";
import { renewRecoveryCodes } from "./renew-recovery-codes.ts";
import { start } from "./start.ts";

export const twoFactorRouter = router({ get, start, enable, renewRecoveryCodes, disable });
