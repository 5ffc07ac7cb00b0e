import { readFileSync } from "node:fs";
import { HAND_OVER_INTERVAL_SECONDS, HAND_OVER_MINUTES } from "@stowage/contract/hand-overs";
import { expect, test } from "vitest";
import { WAITING_MAX } from "../features/hand-overs/store.ts";
import { TRPC_BATCH_MAX } from "../surfaces/trpc/calls-of.ts";
import { FAILURES_MAX, WINDOW_SECONDS } from "./attempt-throttle.ts";
import { FAILED_KEYS, HAND_OVERS_BEGUN, LEAK_REPORTS } from "./network-throttle.ts";
import {
  FAILURES_PER_ACCOUNT,
  FAILURES_PER_ACCOUNT_AND_NETWORK,
  FAILURES_PER_NETWORK,
} from "./sign-in-throttle.ts";

const page = readFileSync(new URL("../../../../docs/limits.md", import.meta.url), "utf8");
const rows = Object.fromEntries(
  Array.from(page.matchAll(/^\| (.+) \| (.+) \|$/gm), ([, what, most]) => [what, most]),
);

const within = (count: number, windowSeconds: number) => `${count} in ${windowSeconds / 60} minutes`;

test("the page about limits tells how often each thing may be tried, and how long a program waits for its key", () => {
  expect(FAILURES_PER_NETWORK).toBe(FAILURES_PER_ACCOUNT);
  expect(rows).toMatchObject({
    "wrong passwords for one account from one network": within(
      FAILURES_PER_ACCOUNT_AND_NETWORK,
      WINDOW_SECONDS,
    ),
    "wrong passwords from one network, or for one account": within(FAILURES_PER_NETWORK, WINDOW_SECONDS),
    "wrong codes of a second factor": within(FAILURES_MAX.second_factor, WINDOW_SECONDS),
    "links of invitations that do not work, from one network": within(
      FAILURES_MAX.invitation,
      WINDOW_SECONDS,
    ),
    "wrong codes of programs that ask for a key, by one person or from one network": within(
      FAILURES_MAX.hand_over,
      WINDOW_SECONDS,
    ),
    "calls from one network with keys that do not work": within(
      FAILED_KEYS.allowed,
      FAILED_KEYS.windowSeconds,
    ),
    "reports of leaked keys from one network": within(LEAK_REPORTS.allowed, LEAK_REPORTS.windowSeconds),
    "programs of one network that ask for a key": within(
      HAND_OVERS_BEGUN.allowed,
      HAND_OVERS_BEGUN.windowSeconds,
    ),
    "minutes that a program waits for its key": String(HAND_OVER_MINUTES),
    "seconds between two of its questions, at the least": String(HAND_OVER_INTERVAL_SECONDS),
    "programs that wait for a key at the same time": WAITING_MAX.toLocaleString("en"),
    "calls of a tRPC batch": String(TRPC_BATCH_MAX),
  });
});
