import { BlockList, isIPv4, isIPv6 } from "node:net";

/** `loopback` is this machine itself, which the instance's owner may open; what is `refused` stays so. */
export type AddressVerdict = "allowed" | "loopback" | "refused";

const loopback = listOf("ipv4", ["127.0.0.0", 8]);

/**
 * What no webhook is for: the IANA registry of special-purpose IPv4 addresses but for private networks and carriers' NAT,
 * and where clouds answer with a machine's own credentials. Those of them in 169.254.0.0/16 need no line of their own.
 */
const refusedIpv4 = listOf(
  "ipv4",
  ["0.0.0.0", 8],
  ["169.254.0.0", 16],
  ["192.0.0.0", 24], // with Oracle's 192.0.0.192
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4], // with the broadcast address
  ["100.100.100.200", 32], // Alibaba
  ["168.63.129.16", 32], // Azure
);

/** Of IPv6 only these are gone to: what routes, and private networks. Anything else is refused without being named. */
const openIpv6 = listOf("ipv6", ["2000::", 3], ["fc00::", 7]);

const refusedIpv6 = listOf(
  "ipv6",
  ["2001::", 23], // protocol assignments, with Teredo
  ["2001:db8::", 32],
  ["3fff::", 20],
  ["fd00:ec2::", 32], // Amazon, with fd00:ec2::254
  ["fd20:ce::254", 128], // Google
);

/** The first 96 bits of addresses whose last 32 are an IPv4 address: compatible, mapped, translated, NAT64. */
const IPV4_BEHIND = new Set(["0:0:0:0:0:0", "0:0:0:0:0:ffff", "0:0:0:0:ffff:0", "64:ff9b:0:0:0:0"]);
const GROUPS = 8;

/** Judges an address as `node:net` writes it by the network that it is in. IPv6 that leads to IPv4 is judged as that. */
export function addressVerdict(address: string): AddressVerdict {
  if (isIPv4(address)) return verdictOfIpv4(address);
  return isIPv6(address) && !address.includes("%") ? verdictOfIpv6(address) : "refused";
}

function verdictOfIpv4(address: string): AddressVerdict {
  if (loopback.check(address, "ipv4")) return "loopback";
  return refusedIpv4.check(address, "ipv4") ? "refused" : "allowed";
}

function verdictOfIpv6(address: string): AddressVerdict {
  const groups = groupsOf(address);
  if (groups.join(":") === "0:0:0:0:0:0:0:1") return "loopback";
  const ipv4 = ipv4In(groups);
  if (ipv4 !== null) return verdictOfIpv4(ipv4);
  if (!openIpv6.check(address, "ipv6")) return "refused";
  return refusedIpv6.check(address, "ipv6") ? "refused" : "allowed";
}

/** The eight groups of an address in lower-case hex without leading zeros, as URLs write them. */
function groupsOf(address: string): string[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = canonical.split("::").map((half) => (half === "" ? [] : half.split(":")));
  return [...head, ...Array<string>(GROUPS - head.length - tail.length).fill("0"), ...tail];
}

function ipv4In(groups: readonly string[]): string | null {
  if (groups[0] === "2002") return dotted(groups.slice(1, 3)); // 6to4
  return IPV4_BEHIND.has(groups.slice(0, 6).join(":")) ? dotted(groups.slice(6)) : null;
}

function dotted(groups: readonly string[]): string {
  const numbers = groups.map((group) => Number.parseInt(group, 16));
  return numbers.flatMap((number) => [number >> 8, number & 0xff]).join(".");
}

function listOf(
  family: "ipv4" | "ipv6",
  ...networks: readonly [address: string, prefix: number][]
): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of networks) list.addSubnet(address, prefix, family);
  return list;
}
