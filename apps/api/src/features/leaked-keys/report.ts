import { setTimeout as sleep } from "node:timers/promises";
import { LeakedKeyReport, ReportLeakedKey } from "@stowage/contract/leaked-keys";
import { open } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { revokeLeakedKey } from "./store.ts";

/** Longer than it takes to find a key and to revoke it, so that the time of an answer tells nothing either. */
const ANSWER_AFTER_MS = 300;

/**
 * K43: whoever holds a key can have it revoked. The answer, and when it comes, are the same for a real key, an unknown
 * one and a text that is none; a real one is refused from before the answer on. Nothing of the text is kept.
 * @throws auth_throttled  too many reports from one network, whatever was reported
 */
export const report = open()
  .meta(rest("POST /leaked-keys", "Report a leaked API key"))
  .input(ReportLeakedKey)
  .output(LeakedKeyReport)
  .mutation(async ({ ctx, input }) => {
    const { ip } = ctx.call.exchange;
    ctx.deps.leakReports.count(ip);
    await Promise.all([revokeLeakedKey(ctx.deps, input.key.trim(), ip), sleep(ANSWER_AFTER_MS)]);
    return { received: true } as const;
  });
