import type { Deps } from "../deps.ts";
import type { Access } from "./access.ts";
import { identified } from "./authenticate.ts";
import type { Call } from "./call.ts";
import type { Caller } from "./caller.ts";
import { checkNetwork } from "./network.ts";
import { checkRole, checkScope } from "./rights.ts";

/**
 * Judges a caller anew whose answer goes on, by the checks that let the call in, and as their rights are by then. It
 * counts neither as a call nor as a failure, and is no use of a session.
 * @throws the problem of the first check that fails
 */
export async function judgeAgain(deps: Deps, { exchange }: Call, access: Access): Promise<Caller> {
  const caller = await identified(deps, {
    ...exchange,
    setHeader: () => {}, // the headers are on their way
    key: null,
    caller: null,
    is_going_on: true,
  });
  if (caller.organization === null) throw caller.refusal;
  checkNetwork(caller, exchange.ip);
  checkScope(deps, caller, access);
  checkRole(caller, access);
  return caller;
}
