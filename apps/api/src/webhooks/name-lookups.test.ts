import type { LookupAddress } from "node:dns";
import { expect, test } from "vitest";
import { IMPATIENT, send } from "../testing/sending-webhooks.ts";
import { NameLookups } from "./name-lookups.ts";

const ADDRESSES = [{ address: "192.0.2.1", family: 4 }];
const MINUTE_MS = 60_000;

interface Asked {
  hostname: string;
  answer(): void;
  fail(): void;
}

/** Look-ups of names that a test answers itself, under its own clock. */
function lookingUp({ threads = 16 } = {}) {
  const clock = { now: 0 };
  const asked: Asked[] = [];
  const ask = (hostname: string) =>
    new Promise<LookupAddress[]>((resolve, reject) => {
      asked.push({
        hostname,
        answer: () => resolve(ADDRESSES),
        fail: () => reject(new Error(`no address of ${hostname}`)),
      });
    });
  const names = new NameLookups({ ask, now: () => clock.now, threads });
  const find = (hostname: string, signal = new AbortController().signal) => names.find(hostname, signal);

  const last = (hostname: string): Asked => {
    const found = asked.findLast((one) => one.hostname === hostname);
    if (!found) throw new Error(`nobody asked for ${hostname}`);
    return found;
  };

  /** Asks for a name and gives up on it; whether anybody was asked, it is in `asked`. */
  async function giveUp(hostname: string): Promise<void> {
    const caller = new AbortController();
    const found = find(hostname, caller.signal);
    caller.abort();
    await expect(found).rejects.toThrow("aborted");
  }

  /** A name that is known to answer promptly. */
  async function resolved(hostname: string): Promise<void> {
    const found = find(hostname);
    last(hostname).answer();
    await found;
  }

  /** A name that answered, but too late. */
  async function resolvedLate(hostname: string): Promise<void> {
    const found = find(hostname);
    clock.now += MINUTE_MS;
    last(hostname).answer();
    await found;
  }

  /** Ends a look-up that nobody waits for. */
  async function failed(hostname: string): Promise<void> {
    last(hostname).fail();
    await new Promise(setImmediate);
  }

  const askedFor = () => asked.map(({ hostname }) => hostname);
  return { clock, names, find, last, giveUp, failed, resolved, resolvedLate, askedFor };
}

test("callers of one name share one look-up, and who comes later has another", async () => {
  const { find, last, askedFor } = lookingUp();
  const both = Promise.all([find("one.example"), find("one.example")]);
  last("one.example").answer();
  expect(await both).toEqual([ADDRESSES, ADDRESSES]);
  const failing = find("one.example");
  last("one.example").fail();
  await expect(failing).rejects.toThrow("no address of one.example");
  expect(askedFor()).toEqual(["one.example", "one.example"]);
});

test("a look-up that was given up on is not begun again before it ends, and works from then on", async () => {
  const { find, last, giveUp, askedFor } = lookingUp();
  const patient = find("dead.example");
  await giveUp("dead.example");
  for (let times = 0; times < 3; times++)
    await expect(find("dead.example")).rejects.toThrow("still has no answer");
  expect(askedFor()).toEqual(["dead.example"]);
  last("dead.example").answer();
  expect(await patient).toEqual(ADDRESSES);
  const again = find("dead.example");
  last("dead.example").answer();
  expect(await again).toEqual(ADDRESSES);
  expect(askedFor()).toEqual(["dead.example", "dead.example"]);
});

test("names that never answer take two places of four, however many they are, and keep no healthy name waiting", async () => {
  const { clock, giveUp, resolved, askedFor } = lookingUp();
  await resolved("healthy.example");
  await resolved("sound.example");
  clock.now += 24 * 60 * MINUTE_MS;
  const before = askedFor().length;
  for (let name = 0; name < 20; name++) await giveUp(`dead-${name}.example`);
  expect(askedFor().slice(before)).toEqual(["dead-0.example", "dead-1.example"]);
  await resolved("healthy.example");
  await resolved("sound.example");
});

test("a name of which nothing is known waits for a place no longer than its caller, and is not looked up afterwards", async () => {
  const { find, last, giveUp, failed, askedFor } = lookingUp();
  for (const name of ["dead-0", "dead-1", "gone"]) await giveUp(`${name}.example`);
  const waiting = find("new.example");
  expect(askedFor()).toEqual(["dead-0.example", "dead-1.example"]);
  await failed("dead-0.example");
  expect(askedFor()).toEqual(["dead-0.example", "dead-1.example", "new.example"]);
  last("new.example").answer();
  expect(await waiting).toEqual(ADDRESSES);
});

test("names that were slow of late share one place and come last; five minutes later nothing is held against them", async () => {
  const { clock, find, last, giveUp, resolvedLate, askedFor } = lookingUp();
  for (const name of ["slow-0", "slow-1", "slow-2"]) await resolvedLate(`${name}.example`);
  const before = askedFor().length;
  for (const name of ["slow-0", "slow-1"]) await giveUp(`${name}.example`);
  const slow = find("slow-2.example");
  const unknown = find("new.example");
  expect(askedFor().slice(before)).toEqual(["slow-0.example", "new.example"]);
  clock.now += 5 * MINUTE_MS;
  last("new.example").answer();
  await unknown;
  expect(askedFor().at(-1)).toBe("slow-2.example");
  last("slow-2.example").answer();
  expect(await slow).toEqual(ADDRESSES);
});

test("a name that answered well once and then never again loses its place among the healthy ones", async () => {
  const { clock, giveUp, failed, resolved, askedFor } = lookingUp();
  const turned = ["a.example", "b.example", "c.example", "d.example"];
  for (const name of turned) await resolved(name);
  for (const name of turned) await giveUp(name);
  expect(askedFor()).toHaveLength(8);
  clock.now += MINUTE_MS;
  await Promise.all(turned.map(failed));
  const before = askedFor().length;
  for (const name of turned) await giveUp(name);
  expect(askedFor().slice(before)).toEqual(["a.example"]);
});

test("while healthy names hang, unknown ones leave the other places to names that are healthy yet", async () => {
  const { giveUp, resolved, askedFor } = lookingUp();
  for (const name of ["a.example", "b.example", "healthy.example"]) await resolved(name);
  const before = askedFor().length;
  for (const name of ["a.example", "b.example", "unknown.example"]) await giveUp(name);
  expect(askedFor().slice(before)).toEqual(["a.example", "b.example"]);
  await resolved("healthy.example");
});

test("of the two look-ups that a pool of four threads makes at once, one is left when names hang", async () => {
  const { giveUp, resolved, askedFor } = lookingUp({ threads: 4 });
  await resolved("healthy.example");
  for (const name of ["dead-0", "dead-1"]) await giveUp(`${name}.example`);
  expect(askedFor()).toEqual(["healthy.example", "dead-0.example"]);
  await resolved("healthy.example");
});

test("with one place for all but the healthy names, an unknown name comes before a slow one that waits longer", async () => {
  const { find, last, giveUp, failed, resolvedLate, askedFor } = lookingUp({ threads: 4 });
  await resolvedLate("slow.example");
  await giveUp("dead.example");
  const slow = find("slow.example");
  const unknown = find("new.example");
  await failed("dead.example");
  expect(askedFor()).toEqual(["slow.example", "dead.example", "new.example"]);
  last("new.example").answer();
  await unknown;
  last("slow.example").answer();
  expect(await slow).toEqual(ADDRESSES);
});

test("a webhook whose host's look-up hangs fails in time, and the next one at once", async () => {
  const { names, askedFor } = lookingUp();
  const over = { webhookLookup: names.find.bind(names), ...IMPATIENT };
  expect(await send("http://dead.example/", over)).toMatchObject({ ok: false, error: "timeout" });
  expect(await send("http://dead.example/", over)).toMatchObject({ ok: false, error: "dns_failed" });
  expect(askedFor()).toEqual(["dead.example"]);
});
