import { BlockList, isIP, SocketAddress } from "node:net";
import type { KeyRecord } from "@stowage/auth/key-store";
import { ProblemError } from "../problems.ts";
import type { Caller } from "./caller.ts";

type Family = "ipv4" | "ipv6";

interface Network {
  family: Family;
  address: string;
  prefix: number;
}

/** One list a family: an IPv4 address is in IPv4 networks alone, however it is written. */
type Networks = Record<Family, BlockList>;

/** Bits of `::ffff:0:0/96`, in which IPv6 writes IPv4 addresses. */
const MAPPED_BITS = 96;

/** A cached key is one frozen object, so its networks are compiled once. */
const compiled = new WeakMap<KeyRecord, Networks>();

/**
 * K26: a key that is bound to networks is used from them alone.
 * @throws ip_not_allowed  with the address that was seen
 */
export function checkNetwork(caller: Caller, ip: string): void {
  if (caller.auth_method !== "api_key" || caller.key.allowed_cidrs === null) return;
  const { key } = caller;
  const networks = compiled.get(key) ?? networksOf(caller.key.allowed_cidrs);
  compiled.set(key, networks);
  const address = normalAddress(ip);
  if (address && networks[address.family].check(address.address, address.family)) return;
  throw new ProblemError(
    "ip_not_allowed",
    `This key may not be used from ${ip}. Add that address to the key's networks, or call from one of them.`,
    { address: ip, key_id: key.id },
  );
}

/** The networks that lie outside all of some others; both as `Cidr` has them. */
export function networksOutside(cidrs: readonly string[], within: readonly string[]): string[] {
  const outer = within.map(networkOf);
  return cidrs.filter((cidr) => {
    const inner = networkOf(cidr);
    return !outer.some((network) => contains(network, inner));
  });
}

function contains(outer: Network, inner: Network): boolean {
  if (outer.family !== inner.family || inner.prefix < outer.prefix) return false;
  const list = new BlockList();
  list.addSubnet(outer.address, outer.prefix, outer.family);
  return list.check(inner.address, inner.family);
}

function networksOf(cidrs: readonly string[]): Networks {
  const networks = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const { family, address, prefix } of cidrs.map(networkOf))
    networks[family].addSubnet(address, prefix, family);
  return networks;
}

/** A network whose address is no address is a broken row, and refuses the call rather than letting it in. */
function networkOf(cidr: string): Network {
  const [text = "", bits] = cidr.split("/");
  const found = normalAddress(text);
  if (!found) throw new Error(`${cidr} is not a network`);
  const prefix = Number(bits);
  if (found.family === "ipv6" || !text.includes(":")) return { ...found, prefix };
  if (prefix >= MAPPED_BITS) return { ...found, prefix: prefix - MAPPED_BITS };
  return { family: "ipv6", address: text, prefix }; // wider than the mapped addresses: it speaks of IPv6
}

/** An address in its shortest form; IPv4 in IPv6's clothes is IPv4, and a zone (`%eth0`) is not part of it. */
function normalAddress(ip: string): { family: Family; address: string } | null {
  const [bare = ""] = ip.split("%");
  const version = isIP(bare);
  if (version === 0) return null;
  if (version === 4) return { family: "ipv4", address: bare };
  const { address } = new SocketAddress({ address: bare, family: "ipv6" });
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  return mapped ? { family: "ipv4", address: mapped } : { family: "ipv6", address };
}
