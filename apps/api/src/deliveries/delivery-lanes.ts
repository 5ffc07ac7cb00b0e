/** What an attempt says of its host. */
export interface Pace {
  ms: number;
  /** Whether the host answered at all, however. */
  isAnswered: boolean;
}

/** `quick` hosts answered the last time, and soon; `slow` ones late, or were not asked yet; `silent` ones not at all. */
type Kind = "quick" | "slow" | "silent";

interface Share {
  /** Attempts at one host at a time. */
  atOnce: number;
  /** Attempts that all hosts of this kind and of the worse ones have at a time. */
  places: number;
  /** How many may wait in memory for their host; each has been taken, and is given back well before that runs out. */
  waiting: number;
  /** Milliseconds after which what did not fit comes again at the latest. */
  againMs: number;
}

/**
 * Attempts that a server has under way. What answers has places that nothing silent can take, however many hosts are
 * silent and however much is due to them.
 */
const SHARES: Record<Kind, Share> = {
  quick: { atOnce: 4, places: 32, waiting: 12, againMs: 60_000 },
  slow: { atOnce: 2, places: 20, waiting: 4, againMs: 60_000 },
  silent: { atOnce: 1, places: 8, waiting: 0, againMs: 300_000 },
};
const WORST_FIRST: readonly Kind[] = ["silent", "slow", "quick"];
/** All that waits in memory. */
const WAITING_MAX = 256;

/** An answer within this time is quick. */
const QUICK_MS = 1_000;
/** What an attempt at a host takes as long as nobody knows. */
const GUESSED_MS = 20;
/** Between what is put off to one host after the other, at least. */
const TURN_MS_MIN = 5;
const AGAIN_MS_MIN = 50;
/** A host that nothing is due to is forgotten after this time. */
const REMEMBERED_MS = 600_000;

interface Lane<Job> {
  host: string;
  kind: Kind;
  running: number;
  waiting: Job[];
  /** What its attempts take, lately. */
  paceMs: number;
  /** When the last of what was put off comes again. */
  lineEnd: number;
  seenAt: number;
}

/** What becomes of a job now: it begins, waits in memory, or is put off for so many milliseconds. */
export type Placing = "begin" | "wait" | { again_ms: number };

/**
 * Which deliveries of a server may begin: each host has a lane and a share, so that a host that hangs holds a few places
 * and never the way to the others. What finds no place goes back to where it came from, spread over the time that its host
 * will need for what came before it.
 */
export class DeliveryLanes<Job> {
  readonly #lanes = new Map<string, Lane<Job>>();
  readonly #queued = new Set<Lane<Job>>();
  readonly #running: Record<Kind, number> = { quick: 0, slow: 0, silent: 0 };
  readonly #clock: () => number;
  #waiting = 0;

  /** @param clock  milliseconds that only ever go up */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** Whether any host could begin something, so that it is worth looking for more. */
  get hasRoom(): boolean {
    return this.#waiting < WAITING_MAX && this.#hasPlace("quick");
  }

  /** Whether something was put off that a host could do soon. */
  get hasLine(): boolean {
    const now = this.#clock();
    return [...this.#lanes.values()].some(({ kind, lineEnd }) => kind !== "silent" && lineEnd > now);
  }

  /** Finds a place for a job. What begins is counted until its `Run` ends. */
  place(host: string, job: Job): Placing {
    const lane = this.#laneOf(host);
    const { waiting } = SHARES[lane.kind];
    if (lane.waiting.length === 0 && this.#mayBegin(lane)) return "begin";
    if (lane.waiting.length >= waiting || this.#waiting >= WAITING_MAX)
      return { again_ms: this.#again(lane) };
    lane.waiting.push(job);
    this.#queued.add(lane);
    this.#waiting++;
    return "wait";
  }

  /** Counts an attempt that begins. @returns what to call with how it went; it gives the jobs that lost their place */
  begin(host: string): (pace: Pace | null) => { job: Job; again_ms: number }[] {
    const lane = this.#laneOf(host);
    const { kind } = lane;
    lane.running++;
    this.#running[kind]++;
    return (pace) => {
      lane.running--;
      this.#running[kind]--;
      if (pace) this.#learn(lane, pace);
      return this.#overflow(lane);
    };
  }

  /** The next of those that wait whose host has a place; hosts take turns. */
  next(): { host: string; job: Job } | null {
    for (const lane of this.#queued) {
      if (!this.#mayBegin(lane)) continue;
      this.#queued.delete(lane);
      const job = lane.waiting.shift();
      if (job === undefined) continue;
      this.#waiting--;
      if (lane.waiting.length > 0) this.#queued.add(lane);
      return { host: lane.host, job };
    }
    return null;
  }

  /** Takes out all that wait. */
  clear(): Job[] {
    const jobs = [...this.#lanes.values()].flatMap(({ waiting }) => waiting.splice(0));
    this.#queued.clear();
    this.#waiting = 0;
    return jobs;
  }

  #laneOf(host: string): Lane<Job> {
    const now = this.#clock();
    const lane = this.#lanes.get(host) ?? {
      host,
      kind: "slow",
      running: 0,
      waiting: [],
      paceMs: GUESSED_MS,
      lineEnd: now,
      seenAt: now,
    };
    lane.seenAt = now;
    this.#lanes.delete(host); // and to the end, so that the first were not seen for longest
    this.#lanes.set(host, lane);
    this.#forget(now);
    return lane;
  }

  #forget(now: number): void {
    for (const lane of this.#lanes.values()) {
      if (lane.seenAt > now - REMEMBERED_MS) return;
      if (lane.running === 0 && lane.waiting.length === 0) this.#lanes.delete(lane.host);
    }
  }

  #mayBegin({ kind, running }: Lane<Job>): boolean {
    return running < SHARES[kind].atOnce && this.#hasPlace(kind);
  }

  #hasPlace(kind: Kind): boolean {
    let taken = 0;
    for (const other of WORST_FIRST) {
      taken += this.#running[other];
      if (other === kind) break;
    }
    return taken < SHARES[kind].places;
  }

  #learn(lane: Lane<Job>, { ms, isAnswered }: Pace): void {
    const before = lane.kind;
    lane.kind = !isAnswered ? "silent" : ms <= QUICK_MS ? "quick" : "slow";
    lane.paceMs = before === lane.kind ? (3 * lane.paceMs + ms) / 4 : ms;
    if (before === "silent" && isAnswered) lane.lineEnd = this.#clock();
  }

  #overflow(lane: Lane<Job>): { job: Job; again_ms: number }[] {
    const jobs = lane.waiting.splice(SHARES[lane.kind].waiting);
    this.#waiting -= jobs.length;
    if (lane.waiting.length === 0) this.#queued.delete(lane);
    return jobs.map((job) => ({ job, again_ms: this.#again(lane) }));
  }

  /** When a job's turn comes, behind all that were put off before it; a long line is spread, and looks again. */
  #again(lane: Lane<Job>): number {
    const now = this.#clock();
    const { atOnce, againMs } = SHARES[lane.kind];
    lane.lineEnd = Math.max(lane.lineEnd, now) + Math.max(lane.paceMs / atOnce, TURN_MS_MIN);
    const ms = lane.lineEnd - now;
    if (ms > againMs) {
      lane.lineEnd = now + againMs;
      return againMs * (0.5 + Math.random() / 2);
    }
    return Math.max(ms, AGAIN_MS_MIN);
  }
}
