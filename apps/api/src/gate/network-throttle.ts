import { isIPv6 } from "node:net";
import { ProblemError } from "../problems.ts";
import { CountingWindows, type CountingWindowsOptions } from "./counting-windows.ts";

export interface NetworkThrottleOptions extends CountingWindowsOptions {
  /** What one network may do in one window. */
  readonly allowed: number;
}

/** K53: what failed with a presented credential. Generous: a script with a dead key, every five seconds. */
export const FAILED_KEYS = { allowed: 60, windowSeconds: 300 };
/** K43: reports of leaked keys, good and bad ones alike. */
export const LEAK_REPORTS = { allowed: 30, windowSeconds: 300 };
/** Programs that ask for a key, as many as people set up in a workshop at once. */
export const HAND_OVERS_BEGUN = { allowed: 30, windowSeconds: 300 };

/**
 * Counts what a client network (an IPv4 address, an IPv6 /64) does, in fixed windows that start with its first time.
 * Each server counts alone, in a bounded memory.
 */
export class NetworkThrottle {
  readonly #allowed: number;
  readonly #windows: CountingWindows;

  constructor({ allowed, ...options }: NetworkThrottleOptions) {
    this.#allowed = allowed;
    this.#windows = new CountingWindows(options);
  }

  /**
   * Counts one more.
   * @throws auth_throttled  it was one too many; to wait as long as told is enough
   */
  count(ip: string): void {
    const { count, endsInSeconds } = this.#windows.count(throttledNetworkOf(ip));
    if (count > this.#allowed) throw authThrottled(endsInSeconds);
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
