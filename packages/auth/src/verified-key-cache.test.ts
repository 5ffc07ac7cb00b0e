import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CacheEntry, type Fill, VerifiedKeyCache } from "./verified-key-cache.ts";

const entry = (keyId: string, epoch: number, mac = `mac of ${keyId}`): CacheEntry => ({ mac, keyId, epoch });

/** A cache whose channel is up, and a way to put entries in as an undisturbed fill does. */
function listening(options?: ConstructorParameters<typeof VerifiedKeyCache>[0]) {
  const cache = new VerifiedKeyCache<CacheEntry>(options);
  cache.channelUp();
  return { cache, put: (kept: CacheEntry) => stored(cache, kept) };
}

function stored(cache: VerifiedKeyCache<CacheEntry>, kept: CacheEntry): boolean {
  const fill = cache.beginFill();
  const isStored = fill.store(kept);
  fill.end();
  return isStored;
}

describe("K41: the cache holds nothing older than what it heard", () => {
  test("K41: a heard epoch drops every older entry of that key, and no other", () => {
    const { cache, put } = listening();
    put(entry("a", 1, "old secret"));
    put(entry("a", 2, "new secret"));
    put(entry("b", 1));
    cache.hear("a", 2);
    expect(cache.trusted("old secret")).toBeNull();
    expect(cache.trusted("new secret")).toMatchObject({ epoch: 2 });
    expect(cache.trusted("mac of b")).not.toBeNull();
  });

  test("K41: a fill under way when an epoch is heard cannot store an older entry, however late it ends", () => {
    const { cache, put } = listening();
    const slow = cache.beginFill();
    cache.hear("a", 2);
    for (let i = 0; i < 100; i++) put(entry(`other ${i}`, 1));
    expect(slow.store(entry("a", 1))).toBe(false);
    expect(slow.store(entry("a", 2))).toBe(true);
    slow.end();
  });

  test("K41: a lower epoch heard late does not undo a higher one", () => {
    const { cache } = listening();
    const fill = cache.beginFill();
    cache.hear("a", 5);
    cache.hear("a", 3);
    expect(fill.store(entry("a", 4))).toBe(false);
  });

  test("K41: a fill that has ended stores nothing", () => {
    const { cache } = listening();
    const fill = cache.beginFill();
    fill.end();
    expect(fill.store(entry("a", 1))).toBe(false);
  });
});

describe("K41: heard epochs take a bounded room", () => {
  test("K41: without a fill under way nothing is remembered", () => {
    const { cache } = listening();
    for (let i = 0; i < 1_000; i++) cache.hear(`key ${i}`, 2);
    expect(cache.heardSize).toBe(0);
  });

  test("K41: they are forgotten once the fills that were under way have ended", () => {
    const { cache } = listening();
    const [first, second] = [cache.beginFill(), cache.beginFill()];
    cache.hear("a", 2);
    const later = cache.beginFill();
    first.end();
    expect(cache.heardSize).toBe(1);
    second.end();
    expect(cache.heardSize).toBe(0);
    later.end();
  });

  test("K41: beyond the bound every fill under way is refused, and later ones are not", () => {
    const { cache } = listening({ heardMax: 10 });
    const stuck = cache.beginFill();
    for (let i = 0; i < 1_000; i++) cache.hear(`key ${i}`, 2);
    expect(cache.heardSize).toBeLessThanOrEqual(10);
    expect(stuck.store(entry("key 0", 1))).toBe(false);
    expect(stuck.store(entry("unheard", 1))).toBe(false);
    expect(stored(cache, entry("unheard", 1))).toBe(true);
  });

  test("K41: entries are bounded, and what falls out leaves no trace", () => {
    const { cache, put } = listening({ entriesMax: 3 });
    for (let i = 0; i < 10; i++) put(entry(`key ${i}`, 1));
    expect(cache.size).toBe(3);
    expect(cache.keyCount).toBe(3);
    expect(cache.trusted("mac of key 0")).toBeNull();
    expect(cache.trusted("mac of key 9")).not.toBeNull();
  });
});

describe("K41: while the notify channel is silent the cache is not trusted", () => {
  test("K41: a new cache trusts nothing until it is told that the channel is up", () => {
    const cache = new VerifiedKeyCache<CacheEntry>();
    expect(stored(cache, entry("a", 1))).toBe(true);
    expect(cache.trusted("mac of a")).toBeNull();
    expect(cache.doubtful("mac of a")).toMatchObject({ epoch: 1 });
  });

  test("K41: when the channel is back each entry is asked about once more, then trusted", () => {
    const { cache, put } = listening();
    put(entry("a", 1));
    cache.channelDown();
    expect(cache.trusted("mac of a")).toBeNull();
    cache.channelUp();
    expect(cache.trusted("mac of a")).toBeNull();
    put(entry("a", 1));
    expect(cache.trusted("mac of a")).not.toBeNull();
  });

  test("K41: what was read before the channel came back is not trusted after", () => {
    const cache = new VerifiedKeyCache<CacheEntry>();
    const readBefore = cache.beginFill();
    cache.channelUp();
    expect(readBefore.store(entry("a", 1))).toBe(false);
    readBefore.end();
    expect(cache.trusted("mac of a")).toBeNull();
  });
});

/** One step of a world in which keys change in a database while fills read it and notices travel. */
type Step =
  | {
      readonly do: "begin" | "read" | "store" | "commit" | "deliver" | "lose" | "use";
      readonly which: number;
    }
  | { readonly do: "down" | "up" };

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      do: fc.constantFrom("begin", "read", "store", "commit", "deliver", "use"),
      which: fc.nat(7),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("lose" as const), which: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("down" as const, "up" as const) }) },
);

interface RunningFill {
  readonly keyId: string;
  readonly fill: Fill<CacheEntry>;
  read: number | null;
}

/** Plays the steps, and returns how often a key was used at an older epoch than the node had to know. */
function resurrections(script: readonly Step[], heardMax: number): number {
  const cache = new VerifiedKeyCache<CacheEntry>({ entriesMax: 3, heardMax });
  const committed = new Map<string, number>();
  const due = new Map<string, number>(); // the least epoch that the node may use without asking
  const notices: { keyId: string; epoch: number }[] = [];
  const fills: RunningFill[] = [];
  let isUp = false;
  let found = 0;
  const epochOf = (keyId: string) => committed.get(keyId) ?? 1;
  const settle = (number: number) => {
    const [running] = fills.splice(number, 1);
    if (running && running.read !== null) {
      const isStored = running.fill.store(entry(running.keyId, running.read));
      if (isStored && running.read < (due.get(running.keyId) ?? 1)) found += 1;
    }
    running?.fill.end();
  };
  for (const step of script) {
    const which = "which" in step ? step.which : 0;
    const keyId = `key ${which % 4}`;
    const running = fills[which % Math.max(fills.length, 1)];
    if (step.do === "begin") fills.push({ keyId, fill: cache.beginFill(), read: null });
    if (step.do === "read" && running) running.read ??= epochOf(running.keyId);
    if (step.do === "store") settle(which % Math.max(fills.length, 1));
    if (step.do === "commit") {
      committed.set(keyId, epochOf(keyId) + 1);
      if (isUp) notices.push({ keyId, epoch: epochOf(keyId) });
    }
    if (step.do === "deliver") {
      const notice = notices.shift();
      if (notice) {
        cache.hear(notice.keyId, notice.epoch);
        due.set(notice.keyId, Math.max(notice.epoch, due.get(notice.keyId) ?? 1));
      }
    }
    if (step.do === "use") {
      const used = cache.trusted(`mac of ${keyId}`);
      if (used && (!isUp || used.epoch < (due.get(keyId) ?? 1))) found += 1;
    }
    if (step.do === "down" || step.do === "lose") {
      cache.channelDown();
      isUp = false;
      notices.length = 0; // lost with the connection
    }
    if (step.do === "up") {
      cache.channelUp();
      isUp = true;
      for (const [changed, epoch] of committed) due.set(changed, epoch);
    }
  }
  return found;
}

test("K41: 10,000 races of fills, revocations, lost notices and evictions: 0 resurrections", () => {
  fc.assert(
    fc.property(
      fc.array(steps, { minLength: 10, maxLength: 60 }),
      fc.constantFrom(1, 2, 10_000),
      (script, max) => {
        expect(resurrections([{ do: "up" }, ...script], max)).toBe(0);
      },
    ),
    { numRuns: 10_000 },
  );
});
