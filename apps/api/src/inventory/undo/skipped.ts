import type { UndoSkipReason } from "@stowage/contract/events";
import type { ProblemCode } from "@stowage/contract/problems";
import { ProblemError } from "../../problems.ts";

/** Why an event cannot be put back: nothing of it is, and the rest goes on. */
export class Skipped extends Error {
  readonly reason: UndoSkipReason;

  /** @param detail  one sentence for whoever asked */
  constructor(reason: UndoSkipReason, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

type Meanings = Partial<Record<ProblemCode, UndoSkipReason>>;

/** What the rules of the inventory refuse, as the reason why it stays. */
const ALWAYS: Meanings = {
  not_found: "place_gone",
  limit_reached: "limit_reached",
  insufficient_stock: "not_enough_stock",
};

/** Does something by the inventory's own rules; what they refuse is skipped for the reason that `meanings` gives it. */
export async function unlessRefused<Result>(
  meanings: Meanings,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    const reason = { ...ALWAYS, ...meanings }[thrown.problem];
    if (reason === undefined) throw thrown;
    throw new Skipped(reason, thrown.message);
  }
}
