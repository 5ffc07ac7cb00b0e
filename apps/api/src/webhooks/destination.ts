import { type LookupAddress, promises } from "node:dns";
import { isIP } from "node:net";
import type { Environment } from "@stowage/contract/environments";
import { addressVerdict } from "./address-verdict.ts";

/** All addresses of a name; who aborts the signal wants them no longer. */
export type LookupAll = (hostname: string, signal: AbortSignal) => Promise<readonly LookupAddress[]>;

/** Where a post goes: addresses that were judged, or why it goes nowhere. */
export type Destination =
  | { addresses: readonly LookupAddress[] }
  | { error: "dns_failed" | "address_refused"; cause?: unknown };

/** As the system resolves names for every program, `/etc/hosts` and mDNS included; nothing stops it once it has begun. */
export const systemLookup = (hostname: string): Promise<LookupAddress[]> =>
  promises.lookup(hostname, { all: true });

/**
 * Resolves a webhook's host, once: whoever connects must use the addresses given here and ask nobody again, since a second
 * answer may be another. One address that may not be posted to refuses them all.
 */
export async function resolveDestination(
  url: URL,
  { allowLoopback, lookup, signal }: { allowLoopback: boolean; lookup: LookupAll; signal: AbortSignal },
): Promise<Destination> {
  if (url.protocol !== "http:" && url.protocol !== "https:") return { error: "address_refused" };
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(hostname);
  let addresses: readonly LookupAddress[];
  try {
    addresses = family === 0 ? await lookup(hostname, signal) : [{ address: hostname, family }];
  } catch (cause) {
    return { error: "dns_failed", cause };
  }
  if (addresses.length === 0) return { error: "dns_failed" };
  const isOpen = ({ address }: LookupAddress) => {
    const verdict = addressVerdict(address);
    return verdict === "allowed" || (verdict === "loopback" && allowLoopback);
  };
  return addresses.every(isOpen) ? { addresses } : { error: "address_refused" };
}

/** Test data leaves for hosts that the organization named, and for no others; a name without a port stands for all ports. */
export function mayLeave(url: URL, environment: Environment, test_webhook_hosts: readonly string[]): boolean {
  if (environment !== "test") return true;
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const names = [url.host, url.hostname, `${url.hostname}:${port}`];
  return test_webhook_hosts.some((host) => names.includes(host.toLowerCase()));
}
