import { isIPv6 } from "node:net";
import { ProblemError } from "../problems.ts";

/** Networks counted at a time; beyond it the longest known is forgotten, so that nobody can fill the memory. */
const NETWORKS_MAX = 50_000;

export interface NetworkThrottleOptions {
  /** Unix milliseconds. */
  readonly now: () => number;
  /** What one network may do in one window. */
  readonly allowed: number;
  readonly windowSeconds: number;
}

/** K53: what failed with a presented credential. Generous: a script with a dead key, every five seconds. */
export const FAILED_KEYS = { allowed: 60, windowSeconds: 300 };
/** K43: reports of leaked keys, good and bad ones alike. */
export const LEAK_REPORTS = { allowed: 30, windowSeconds: 300 };

interface Window {
  count: number;
  readonly endsAtMs: number;
}

/**
 * Counts what a client network (an IPv4 address, an IPv6 /64) does, in fixed windows that start with its first time.
 * Each server counts alone, in a bounded memory.
 */
export class NetworkThrottle {
  readonly #options: NetworkThrottleOptions;
  /** In the order of their starts, and so of their ends. */
  readonly #windows = new Map<string, Window>();

  constructor(options: NetworkThrottleOptions) {
    this.#options = options;
  }

  /**
   * Counts one more.
   * @throws auth_throttled  it was one too many; to wait as long as told is enough
   */
  count(ip: string): void {
    const { now, allowed } = this.#options;
    const window = this.#windowOf(throttledNetworkOf(ip), now());
    window.count += 1;
    if (window.count > allowed) throw authThrottled(Math.ceil((window.endsAtMs - now()) / 1_000));
  }

  #windowOf(network: string, nowMs: number): Window {
    const known = this.#windows.get(network);
    if (known && known.endsAtMs > nowMs) return known;
    this.#windows.delete(network);
    this.#makeRoom(nowMs);
    const opened = { count: 0, endsAtMs: nowMs + this.#options.windowSeconds * 1_000 };
    this.#windows.set(network, opened);
    return opened;
  }

  #makeRoom(nowMs: number): void {
    for (const [network, { endsAtMs }] of this.#windows) {
      if (endsAtMs > nowMs && this.#windows.size < NETWORKS_MAX) return;
      this.#windows.delete(network);
    }
  }
}

function authThrottled(retry_after: number): ProblemError {
  return new ProblemError(
    "auth_throttled",
    `Too many attempts from your network. Wait ${retry_after} s. Keys that work go on working meanwhile.`,
    { retry_after, headers: { "retry-after": String(retry_after) } },
  );
}

/** The address, or for IPv6 its /64: what one household or server has, and can change within at will. */
export function throttledNetworkOf(ip: string): string {
  const address = ip.replace(/%.*$/, "");
  if (!isIPv6(address)) return address;
  // The URL parser writes every address in one way (RFC 5952), with two groups for a trailing dotted quad.
  const [head = "", tail = ""] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after];
  if (groups.slice(0, 6).join() === "0,0,0,0,0,ffff") return dottedQuad(groups.slice(6));
  return `${groups.slice(0, 4).join(":")}::/64`;
}

function groupsOf(part: string): string[] {
  return part === "" ? [] : part.split(":");
}

/** An IPv4 address that came in IPv6 form counts as what it is. */
function dottedQuad(groups: string[]): string {
  const numbers = groups.map((group) => Number.parseInt(group, 16));
  return numbers.flatMap((number) => [number >> 8, number & 255]).join(".");
}
