import { describe, expect, test } from "vitest";
import { addressVerdict } from "./address-verdict.ts";
import { resolveDestination } from "./destination.ts";

const REFUSED = {
  "what is no address": ["", "example.org", "127.0.0.1:80", "[::1]", "1.2.3", "fe80::1%eth0"],
  "the unspecified": ["0.0.0.0", "0.1.2.3", "::"],
  "link-local": ["169.254.0.1", "169.254.255.254", "fe80::1", "febf:ffff::1"],
  "clouds' metadata": [
    "169.254.169.254",
    "169.254.170.2",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "fd00:ec2::254",
    "fd20:ce::254",
  ],
  multicast: ["224.0.0.1", "239.255.255.250", "ff02::1", "ff0e::1"],
  "broadcast and reserved": [
    "255.255.255.255",
    "240.0.0.1",
    "192.0.0.1",
    "192.88.99.1",
    "4000::1",
    "fec0::1",
  ],
  "documentation and benchmarks": [
    "192.0.2.1",
    "198.51.100.1",
    "203.0.113.1",
    "198.18.0.1",
    "198.19.255.255",
    "2001:db8::1",
    "2001:2::1",
    "3fff::1",
  ],
  "tunnels that hide where they lead": ["2001:0:53aa:64c::1", "64:ff9b:1::a00:1", "100::1"],
};

const ALLOWED = {
  "what routes": [
    "1.1.1.1",
    "8.8.8.8",
    "192.0.1.1",
    "198.17.0.1",
    "2606:4700::1111",
    "2a00:1450::1",
    "2001:4860::8888",
  ],
  "private networks": [
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.254",
    "192.168.1.10",
    "100.64.0.1",
    "100.127.0.1",
    "fc00::1",
    "fd12:3456::1",
  ],
};

/** An IPv4 address in all the ways in which IPv6 leads to it. */
function behindIpv6(ipv4: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = ipv4.split(".").map(Number);
  const high = (a * 256 + b).toString(16);
  const low = (c * 256 + d).toString(16);
  const dotted = ["::ffff:", "::", "::ffff:0:", "64:ff9b::"].map((prefix) => `${prefix}${ipv4}`);
  return [...dotted, `::ffff:${high}:${low}`, `0:0:0:0:0:FFFF:${high}:${low}`, `2002:${high}:${low}::1`];
}

describe("an address that may not be posted to", () => {
  test.each(Object.entries(REFUSED))("is refused: %s", (_kind, addresses) => {
    for (const address of addresses) expect([address, addressVerdict(address)]).toEqual([address, "refused"]);
  });

  test("is refused behind IPv6 too, and what may be posted to is not", () => {
    for (const ipv4 of ["0.1.2.3", "169.254.169.254", "100.100.100.200", "224.0.0.1", "255.255.255.255"])
      for (const address of behindIpv6(ipv4))
        expect([address, addressVerdict(address)]).toEqual([address, "refused"]);
    for (const ipv4 of ["192.168.1.10", "8.8.8.8"])
      for (const address of behindIpv6(ipv4))
        expect([address, addressVerdict(address)]).toEqual([address, "allowed"]);
  });
});

test.each(Object.entries(ALLOWED))("%s may be posted to", (_kind, addresses) => {
  for (const address of addresses) expect([address, addressVerdict(address)]).toEqual([address, "allowed"]);
});

test("this machine itself is known in every guise", () => {
  for (const address of [
    "127.0.0.1",
    "127.255.255.254",
    "::1",
    "0:0:0:0:0:0:0:1",
    ...behindIpv6("127.0.0.1"),
  ])
    expect([address, addressVerdict(address)]).toEqual([address, "loopback"]);
});

describe("a webhook's host", () => {
  const resolving = (url: string, allowLoopback: boolean, addresses: string[] = []) =>
    resolveDestination(new URL(url), {
      allowLoopback,
      lookup: async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      signal: new AbortController().signal,
    });

  test("is this machine in every spelling that a URL allows, and refused unless the setting opens it", async () => {
    for (const host of [
      "127.0.0.1",
      "127.1",
      "2130706433",
      "0x7f.1",
      "0177.0.0.1",
      "[::1]",
      "[::ffff:7f00:1]",
    ]) {
      expect([host, await resolving(`http://${host}/`, false)]).toEqual([host, { error: "address_refused" }]);
      expect(await resolving(`http://${host}/`, true)).toHaveProperty("addresses");
    }
    expect(await resolving("http://name/", false, ["127.0.0.1"])).toEqual({ error: "address_refused" });
    expect(await resolving("http://0.0.0.0/", true)).toEqual({ error: "address_refused" });
  });

  test("is refused as a whole when one of its addresses is", async () => {
    expect(await resolving("https://name/", false, ["8.8.8.8", "2606:4700::1111"])).toHaveProperty(
      "addresses",
    );
    for (const bad of ["169.254.169.254", "::ffff:a9fe:a9fe", "fe80::1", "127.0.0.1"])
      expect(await resolving("https://name/", false, ["8.8.8.8", bad, "1.1.1.1"])).toEqual({
        error: "address_refused",
      });
  });

  test("that has no address, or another scheme than HTTP's, leads nowhere", async () => {
    expect(await resolving("https://name/", true)).toEqual({ error: "dns_failed" });
    expect(await resolving("ftp://8.8.8.8/", true)).toEqual({ error: "address_refused" });
  });
});
