import { isIPv4, isIPv6 } from "node:net";

const MAPPED_V4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * The network that an address counts as: its /24, or for IPv6 its /48 (what one customer commonly has). An IPv4 address
 * in IPv6 form is the IPv4 address that it holds. What is no address stands for itself.
 */
export function networkOf(ip: string): string {
  const address = MAPPED_V4.exec(ip)?.[1] ?? ip.replace(/%.*$/, "");
  if (isIPv4(address)) return `${address.slice(0, address.lastIndexOf("."))}.0/24`;
  return isIPv6(address) ? networkOfV6(address) : ip;
}

/** The first three of eight groups, in the shortest spelling (RFC 5952). */
function networkOfV6(address: string): string {
  const [head = "", tail] = address.split("::", 2);
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  const middle: string[] = Array(Math.max(0, 8 - before.length - after.length)).fill("0");
  const network = [...before, ...middle, ...after]
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16));
  while (network.at(-1) === "0") network.pop();
  return `${network.join(":")}::/48`;
}

/** A trailing dotted quad stands for two groups, which are never among the first three of a real address. */
function groupsOf(part: string): string[] {
  if (part === "") return [];
  return part.split(":").flatMap((group) => (group.includes(".") ? ["0", "0"] : [group]));
}
